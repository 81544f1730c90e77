using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Dialogs;

/// <summary>One question, what answers it and what does not.</summary>
public sealed class PromptTests
{
    private static readonly PromptOptions Colour = new()
    {
        Prompt = Text("Which colour?"), Retry = Text("Red or blue?"), Choices = [new Choice("r", "Red"), new Choice("b", "Blue")],
    };

    [Fact]
    [Statement(145)]
    public async Task An_Answer_That_Does_Not_Fit_Brings_The_Retry_Once()
    {
        var dialogs = new DialogSet([new ChoicePrompt("choice")]);
        var turn = Turns.Says("green", await BegunAsync(dialogs, "choice", Colour));

        Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(dialogs, turn)).Status);

        Assert.Equal(["Red or blue?"], turn.Said());
    }

    [Fact]
    [Statement(145)]
    public async Task Where_Something_Was_Said_This_Turn_No_Retry_Is_Added()
    {
        var dialogs = new DialogSet([new ChoicePrompt("choice")]);
        foreach (var options in (PromptOptions[])[Colour, Colour with { Retry = null }])
        {
            var turn = Turns.Says("green", await BegunAsync(dialogs, "choice", options));
            turn.Send(Text("By the way"));

            Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(dialogs, turn)).Status);

            Assert.Equal(["By the way"], turn.Said());
        }
    }

    [Fact]
    [Statement(146)]
    public async Task The_Validator_Is_Asked_For_Every_Answer_And_Sees_How_Many_There_Were()
    {
        List<(bool Recognised, string? Answer, int Number)> seen = [];
        var dialogs = new DialogSet([new ChoicePrompt("choice", attempt =>
        {
            seen.Add((attempt.Recognised, attempt.Answer?.Value, attempt.Number));
            return attempt is { Recognised: true, Number: > 2 };
        })]);
        var conversation = await BegunAsync(dialogs, "choice", Colour with { Attempts = 5 });
        DialogTurnResult end = DialogTurnResult.Waiting;
        foreach (var words in (string[])["green", "red", "blue"])
        {
            var turn = Turns.Says(words, conversation);
            end = await ContinueAsync(dialogs, turn);
            conversation = turn.Conversation;
        }

        Assert.Equal([(false, null, 1), (true, "r", 2), (true, "b", 3)], seen);
        Assert.Equal((DialogTurnStatus.Complete, "b"), (end.Status, ((Choice)end.Result!).Value));
    }

    [Fact]
    [Statement(145)]
    [Statement(146)]
    public async Task A_Validator_That_Says_What_Is_Wrong_Spares_The_Retry()
    {
        var dialogs = new DialogSet([new TextPrompt("words", static attempt =>
        {
            attempt.Turn.Send(Text($"Too short, {attempt.Number}"));
            return false;
        })]);
        var turn = Turns.Says("x", await BegunAsync(dialogs, "words", new PromptOptions { Prompt = Text("Why?"), Retry = Text("Again") }));

        await ContinueAsync(dialogs, turn);

        Assert.Equal(["Too short, 1"], turn.Said());
    }

    [Fact]
    [Statement(146)]
    public async Task A_Validator_May_Take_What_Was_Not_Recognised()
    {
        var dialogs = new DialogSet([new ChoicePrompt("choice", static _ => true)]);
        var turn = Turns.Says("green", await BegunAsync(dialogs, "choice", Colour));

        var end = await ContinueAsync(dialogs, turn);

        Assert.Equal((DialogTurnStatus.Complete, null), (end.Status, end.Result));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [Statement(53)]
    public async Task A_Cards_Submit_Is_No_Answer_In_Words(string? text)
    {
        var dialogs = new DialogSet([new TextPrompt("words")]);
        var conversation = await BegunAsync(dialogs, "words", new PromptOptions { Prompt = Text("Why?"), Attempts = 1 });
        var submit = new Activity { Type = ActivityTypes.Message, Text = text, Value = JsonDocument.Parse("""{"comment":"because"}""").RootElement };
        var turn = Turns.Of(submit, conversation);

        Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(dialogs, turn)).Status);
        Assert.Empty(turn.Effects);
        Assert.Same(conversation.Dialogs, turn.Conversation.Dialogs);
    }

    [Theory]
    [InlineData("forgot it", true)]
    [InlineData("휴가", true)]
    [InlineData(".", false)]
    [InlineData("??? 12 !!", false)]
    [InlineData("x", false)]
    public void A_Reason_Has_Words_In_It(string words, bool expected) => Assert.Equal(
        expected, CredBot.Dialogs.HelpdeskReset.HelpdeskResetDialog.IsReason(new PromptAttempt<string>(Turns.Says(words), Colour, true, words, 1)));

    [Fact]
    [Statement(61)]
    public void Suggestions_And_A_Card_Cannot_Be_Sent_Together()
    {
        var card = new AdaptiveCard { Body = [new TextBlock("x")] }.ToMessage("x");
        var both = card with { SuggestedActions = new SuggestedActions { Actions = [] } };

        Assert.Throws<ArgumentException>(() => new Effect.Send("k", both));
        Assert.Throws<ArgumentException>(() => new Effect.Update("k", both));
        Assert.Throws<ArgumentException>(() => new Effect.Send("k", card) with { Activity = both });
        Assert.Equal(card, new Effect.Send("k", card).Activity);
    }

    [Fact]
    [Statement(61)]
    public async Task A_Confirmation_With_A_Card_Suggests_Nothing_And_One_Without_Does()
    {
        var dialogs = new DialogSet([new ConfirmPrompt("confirm")]);
        var plain = Turns.Says("go");
        await new DialogContext(dialogs, plain).BeginAsync("confirm", Options(Colour), TestContext.Current.CancellationToken);
        var carded = Turns.Says("go");
        var card = new AdaptiveCard { Body = [new TextBlock("x")] }.ToMessage("x");
        await new DialogContext(dialogs, carded).BeginAsync("confirm", Options(Colour with { Prompt = card }), TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.IsType<Effect.Send>(Assert.Single(plain.Effects)).Activity.SuggestedActions!.Actions!.Count);
        Assert.Null(Assert.IsType<Effect.Send>(Assert.Single(carded.Effects)).Activity.SuggestedActions);
    }

    private static async Task<ConversationRecord> BegunAsync(DialogSet dialogs, string prompt, PromptOptions options)
    {
        var turn = Turns.Says("go");
        await new DialogContext(dialogs, turn).BeginAsync(prompt, Options(options), TestContext.Current.CancellationToken);
        return turn.Conversation;
    }

    private static Task<DialogTurnResult> ContinueAsync(DialogSet dialogs, TurnContext turn) =>
        new DialogContext(dialogs, turn).ContinueAsync(TestContext.Current.CancellationToken);

    private static JsonElement Options(PromptOptions options) => JsonSerializer.SerializeToElement(options, DialogJson.Wire.PromptOptions);

    private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };
}
