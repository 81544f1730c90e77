using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Builder;

/// <summary>What becomes of an <c>adaptiveCard/action</c> before any bot of ours sees it.</summary>
public sealed class CardInvokeTests
{
    [Fact]
    [Statement(121)]
    public async Task A_Refresh_Leaves_No_Effect_And_No_Change_Whatever_The_Bot_Does_With_It()
    {
        var turn = Invoke("""{"action":{"type":"Action.Execute","verb":"reset","data":{}},"trigger":"automatic"}""");
        var before = turn.Conversation;

        await new Careless().OnTurnAsync(turn, TestContext.Current.CancellationToken);

        Assert.Empty(turn.Effects);
        Assert.Same(before, turn.Conversation);
        Assert.Equal(200, turn.InvokeResponse!.Body!.Value.GetProperty("statusCode").GetInt32());
    }

    [Theory]
    [InlineData("null", "BadRequest")]
    [InlineData("7", "BadRequest")]
    [InlineData("{}", "BadRequest")]
    [InlineData("""{"action":null}""", "BadRequest")]
    [InlineData("""{"action":"Action.Execute"}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"reset"}}""", "NotSupported")]
    [InlineData("""{"action":{"verb":"reset"}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"reset"},"trigger":"automatic"}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""", "BadRequest")]
    public async Task What_Is_No_Action_Is_Answered_By_An_Error_In_The_Cards_Own_Form(string value, string code)
    {
        var turn = Invoke(value);

        await new Careless().OnTurnAsync(turn, TestContext.Current.CancellationToken);

        var body = turn.InvokeResponse!.Body!.Value;
        Assert.Equal((400, 400, "application/vnd.microsoft.error", code),
            (turn.InvokeResponse.Status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString(), body.GetProperty("value").GetProperty("code").GetString()));
        Assert.NotEmpty(body.GetProperty("value").GetProperty("message").GetString()!);
        Assert.Empty(turn.Effects);
    }

    private static TurnContext Invoke(string value) =>
        Turns.Of(new Activity { Type = ActivityTypes.Invoke, Name = InvokeNames.CardAction, Value = JsonDocument.Parse(value).RootElement });

    /// <summary>Starts an operation whoever asks.</summary>
    private sealed class Careless : ActivityHandler
    {
        public override Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken) => Task.CompletedTask;

        public override Activity TooLarge(ConversationRecord conversation) => new();

        protected override Task OnCardActionAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken) => ActAsync(turn);

        protected override Task OnCardRefreshAsync(TurnContext turn, CardClick asked, CancellationToken cancellationToken) => ActAsync(turn);

        private static Task ActAsync(TurnContext turn)
        {
            turn.Owe(new Effect.Start("op", "reset", default));
            turn.Send(new Activity { Type = ActivityTypes.Message, Text = "done" });
            turn.Conversation = turn.Conversation with { Dialogs = [new DialogInstance("x", null, null)] };
            turn.InvokeResponse = CardAnswer.Message("done");
            return Task.CompletedTask;
        }
    }
}
