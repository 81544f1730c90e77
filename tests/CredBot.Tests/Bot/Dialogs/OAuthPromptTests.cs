using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Tests.Bot.Connector;
using CredBot.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Bot.Dialogs;

/// <summary>What no conversation of the product reaches: a sign-in outside a personal chat.</summary>
public sealed class OAuthPromptTests : IDisposable
{
    private readonly TokenService service = new();
    private readonly DialogSet dialogs;

    public OAuthPromptTests() => dialogs = new DialogSet([ActivatorUtilities.CreateInstance<OAuthPrompt>(service.Services, "oauth")]);

    public void Dispose() => service.Dispose();

    [Theory]
    [InlineData("channel", false)]
    [InlineData("groupChat", true)]
    [InlineData("personal", true)]
    [Statement(109)]
    public async Task In_A_Channel_The_Card_Offers_No_Exchange(string conversationType, bool offered)
    {
        var turn = Turn(Message("hi"), conversationType);

        await BeginAsync(turn);

        Assert.Equal(offered, Card(turn).TryGetProperty("tokenExchangeResource", out var resource));
        Assert.Equal(offered ? "exchange-1" : null, ((JsonElement?)resource).Member("id").String());
        Assert.Equal("https://token.example/signin", Card(turn).GetProperty("buttons")[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("""{"signInLink":"https://token.example/signin"}""")]
    [InlineData("""{"signInLink":"https://token.example/signin","tokenExchangeResource":null}""")]
    [Statement(96)]
    public async Task Without_An_Exchange_The_Member_Is_Absent(string resource)
    {
        service.SignInResource = resource;
        var turn = Turn(Message("hi"));

        await BeginAsync(turn);

        Assert.DoesNotContain("tokenExchangeResource", Card(turn).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("null", Card(turn).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    [Statement(104)]
    public async Task In_A_Group_Chat_Only_The_Person_Who_Was_Asked_Completes_It()
    {
        service.Token = (_, code) => code is "123456" ? TokenService.Living : null;
        var asked = Turn(Message("hi"), "groupChat");
        await BeginAsync(asked);

        var foreign = Turn(Verify("123456") with { From = new ChannelAccount { Id = "29:park" } }, "groupChat", asked.Conversation);
        Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(foreign)).Status);
        Assert.Null(foreign.InvokeResponse);
        Assert.Empty(foreign.Effects);

        var own = Turn(Verify("123456"), "groupChat", foreign.Conversation);
        Assert.IsType<SignInOutcome.SignedIn>((await ContinueAsync(own)).Result);
        Assert.Equal(200, own.InvokeResponse!.Status);
    }

    [Fact]
    public async Task A_Sign_In_Of_An_Older_Build_Ends_Without_Its_New_Words()
    {
        var asked = Turn(Message("hi"));
        await BeginAsync(asked);
        var stored = asked.Conversation.Dialogs[0].State!.Value.GetRawText().Replace(",\"over\":\"over\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("over", stored, StringComparison.Ordinal);
        var older = asked.Conversation with { Dialogs = [asked.Conversation.Dialogs[0] with { State = JsonDocument.Parse(stored).RootElement }] };

        var turn = Turn(Verify("CancelledByUser"), "personal", older);
        await ContinueAsync(turn);

        Assert.Equal("—", Assert.Single(turn.Effects.OfType<Effect.Update>()).Activity.Text);
    }

    private Task<DialogTurnResult> BeginAsync(TurnContext turn) => new DialogContext(dialogs, turn).BeginAsync("oauth", Words, CancellationToken.None);

    private Task<DialogTurnResult> ContinueAsync(TurnContext turn) => new DialogContext(dialogs, turn).ContinueAsync(CancellationToken.None);

    private static JsonElement Words => JsonDocument.Parse(
        """{"text":"why","button":"sign in","signedIn":"in","wrongCode":"wrong","stillWaiting":"waiting","over":"over"}""").RootElement;

    private static JsonElement Card(TurnContext turn) => Assert.Single(turn.Effects.OfType<Effect.Send>()).Activity.Attachments![0].Content!.Value;

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private static Activity Verify(string code) => new()
    {
        Type = ActivityTypes.Invoke, Name = InvokeNames.VerifyState, Value = JsonDocument.Parse($$"""{"state":"{{code}}"}""").RootElement,
    };

    private static TurnContext Turn(Activity activity, string conversationType = "personal", ConversationRecord? conversation = null)
    {
        var turn = Turns.Of(activity, conversation);
        var placed = turn.Activity with { Conversation = turn.Activity.Conversation! with { ConversationType = conversationType } };
        return new TurnContext(placed, turn.Conversation, turn.TurnId, turn.Now);
    }
}
