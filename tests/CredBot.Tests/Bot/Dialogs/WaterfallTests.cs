using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Dialogs;

/// <summary>Source of the numbers: the protocol's conformance list, part J.</summary>
public sealed class WaterfallTests
{
    private static readonly DialogSet Dialogs = new([new Trip(), new TextPrompt("words"), new ConfirmPrompt("confirm")]);

    [Fact]
    [Statement(143)]
    public async Task It_Runs_Its_Steps_In_Order_And_Ends_With_The_Last_Result()
    {
        var (first, _) = await BeginAsync();
        var second = Turns.Says("Busan", first);
        await ContinueAsync(second);
        var third = Turns.Says("yes", second.Conversation);

        var end = await ContinueAsync(third);

        Assert.Equal((DialogTurnStatus.Complete, "to Busan: True"), (end.Status, end.Result));
        Assert.Empty(third.Conversation.Dialogs);
    }

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Invoke)]
    [Statement(144)]
    public async Task Only_Words_Or_A_Click_On_The_Question_Move_It(string type)
    {
        var (conversation, _) = await BeginAsync();
        var turn = Turns.Of(new Activity { Type = type, Name = "anything" }, conversation);

        Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(turn)).Status);
        Assert.Empty(turn.Effects);
        Assert.Equal(2, turn.Conversation.Dialogs.Count);
    }

    [Fact]
    public async Task Its_Place_Is_Stored_By_Name()
    {
        var (conversation, _) = await BeginAsync();

        Assert.Equal("AskWhere", conversation.Dialogs[1].Step);
    }

    [Fact]
    [Statement(155)]
    public async Task A_Step_This_Build_Does_Not_Have_Clears_The_Stack_Instead_Of_Resuming_Elsewhere()
    {
        var (conversation, _) = await BeginAsync();
        var old = conversation with { Dialogs = [conversation.Dialogs[0], conversation.Dialogs[1] with { Step = "AskPrice" }] };
        var turn = Turns.Says("Busan", old);

        Assert.Equal(DialogTurnStatus.Lost, (await ContinueAsync(turn)).Status);
        Assert.Empty(turn.Conversation.Dialogs);
    }

    [Fact]
    [Statement(154)]
    public async Task A_Dialog_This_Build_Does_Not_Have_Clears_The_Stack_Once()
    {
        var turn = Turns.Says("hello", new ConversationRecord { Dialogs = [new DialogInstance("gone", null, null)] });

        Assert.Equal(DialogTurnStatus.Lost, (await ContinueAsync(turn)).Status);
        Assert.Equal(DialogTurnStatus.Empty, (await ContinueAsync(Turns.Says("hello", turn.Conversation))).Status);
    }

    [Fact]
    public async Task An_Answer_That_Does_Not_Fit_Is_Asked_Again_And_Ends_After_Three()
    {
        var (conversation, _) = await BeginAsync();
        var asked = Turns.Says("Busan", conversation);
        await ContinueAsync(asked);
        var first = Turns.Says("maybe", asked.Conversation);
        await ContinueAsync(first);
        var second = Turns.Says("perhaps", first.Conversation);
        await ContinueAsync(second);
        var third = Turns.Says("who knows", second.Conversation);

        var end = await ContinueAsync(third);

        Assert.Equal(["Really?"], first.Said());
        Assert.Equal((DialogTurnStatus.Complete, "to Busan: "), (end.Status, end.Result));
    }

    [Fact]
    public async Task A_Click_On_Another_Question_Counts_For_Nothing()
    {
        var (conversation, _) = await BeginAsync();
        var asked = Turns.Says("Busan", conversation);
        await ContinueAsync(asked);
        var turn = Turns.Clicks("answer", """{"key":"another","answer":"yes"}""", asked.Conversation);

        Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(turn)).Status);
        Assert.Same(asked.Conversation.Dialogs, turn.Conversation.Dialogs);
    }

    [Fact]
    public async Task A_Click_On_The_Question_Answers_It()
    {
        var (conversation, _) = await BeginAsync();
        var asked = Turns.Says("Busan", conversation);
        await ContinueAsync(asked);

        var end = await ContinueAsync(Turns.Clicks("answer", """{"key":"sure","answer":"no"}""", asked.Conversation));

        Assert.Equal("to Busan: False", end.Result);
    }

    [Fact]
    [Statement(148)]
    public async Task Cancelling_Clears_The_Whole_Stack()
    {
        var (conversation, _) = await BeginAsync();
        var turn = Turns.Says("cancel", conversation);

        Assert.Equal(DialogTurnStatus.Cancelled, new DialogContext(Dialogs, turn).CancelAll().Status);
        Assert.Empty(turn.Conversation.Dialogs);
    }

    [Fact]
    [Statement(149)]
    public async Task Asking_Again_Repeats_The_Question_That_Waits()
    {
        var (conversation, _) = await BeginAsync();
        var turn = Turns.Says("help", conversation);

        await new DialogContext(Dialogs, turn).RepromptAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Where to?"], turn.Said());
    }

    [Fact]
    [Statement(150)]
    public async Task Replacing_Keeps_The_Depth()
    {
        var (conversation, _) = await BeginAsync();
        var turn = Turns.Says("again", conversation);

        await new DialogContext(Dialogs, turn).ReplaceAsync("words", conversation.Dialogs[0].State!.Value.GetProperty("options"), TestContext.Current.CancellationToken);

        Assert.Equal(2, turn.Conversation.Dialogs.Count);
    }

    [Fact]
    public void Two_Dialogs_Of_The_Same_Id_Are_Refused() =>
        Assert.Throws<ArgumentException>(static () => new DialogSet([new TextPrompt("words"), new TextPrompt("words")]));

    [Fact]
    public async Task An_Unknown_Dialog_Cannot_Be_Begun() =>
        await Assert.ThrowsAsync<ArgumentException>(static () =>
            new DialogContext(Dialogs, Turns.Says("x")).BeginAsync("nowhere", null, TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_Stack_Survives_The_Store()
    {
        var (conversation, _) = await BeginAsync();
        var stored = JsonSerializer.SerializeToElement(conversation.Dialogs[1].State);
        var restored = conversation with { Dialogs = [conversation.Dialogs[0], conversation.Dialogs[1] with { State = stored }] };
        var turn = Turns.Says("Jeju", restored);

        await ContinueAsync(turn);

        Assert.Equal(["Really?"], turn.Said());
    }

    private static async Task<(ConversationRecord Conversation, IReadOnlyList<string> Said)> BeginAsync()
    {
        var turn = Turns.Says("go");
        await new DialogContext(Dialogs, turn).BeginAsync("trip", null, TestContext.Current.CancellationToken);
        Assert.Equal(["Where to?"], turn.Said());
        return (turn.Conversation, turn.Said());
    }

    private static Task<DialogTurnResult> ContinueAsync(CredBot.Bot.Builder.TurnContext turn) =>
        new DialogContext(Dialogs, turn).ContinueAsync(TestContext.Current.CancellationToken);

    private sealed class Trip() : WaterfallDialog<TripState>("trip")
    {
        protected override JsonTypeInfo<TripState> StateType => TripJson.Default.TripState;

        protected override IReadOnlyList<WaterfallStep<TripState>> Steps =>
        [
            new("AskWhere", static step => step.Prompt("words", new PromptOptions { Prompt = Text("Where to?") }, step.State)),
            new("Confirm", static step => step.Prompt(
                "confirm",
                new PromptOptions { Key = "sure", Prompt = Text("Really?"), Choices = [new Choice("yes", "Yes"), new Choice("no", "No")] },
                step.State with { Where = (string)step.Result! })),
            new("Tell", static step => step.Next(step.State, $"to {step.State.Where}: {step.Result}")),
        ];

        private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };
    }
}

internal sealed record TripState
{
    public string? Where { get; init; }
}

[JsonSerializable(typeof(TripState))]
internal sealed partial class TripJson : JsonSerializerContext;
