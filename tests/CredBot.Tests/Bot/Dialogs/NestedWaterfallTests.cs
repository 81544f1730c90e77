using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Dialogs;

/// <summary>A waterfall that begins another, what a step may do, and what becomes of a stack that another build left.</summary>
public sealed class NestedWaterfallTests
{
    private static readonly DialogSet Dialogs = new([new Outer(), new Inner(1), new TextPrompt("words")]);

    [Fact]
    [Statement(143)]
    [Statement(151)]
    public async Task The_Result_Of_A_Child_Arrives_In_The_Parents_Next_Step()
    {
        var conversation = await BegunAsync();
        Assert.Equal(["words", "inner", "outer"], conversation.Dialogs.Select(static dialog => dialog.Id));
        var turn = Turns.Says("Busan", conversation);

        var end = await ContinueAsync(Dialogs, turn);

        Assert.Equal((DialogTurnStatus.Complete, "outer got inner got Busan"), (end.Status, end.Result));
        Assert.Empty(turn.Conversation.Dialogs);
    }

    [Fact]
    [Statement(148)]
    public async Task Cancelling_Clears_A_Nested_Stack_And_Runs_No_Step_Of_It()
    {
        var turn = Turns.Says("cancel", await BegunAsync());

        var end = new DialogContext(Dialogs, turn).CancelAll();

        Assert.Equal((DialogTurnStatus.Cancelled, null), (end.Status, end.Result));
        Assert.Empty(turn.Conversation.Dialogs);
        Assert.Empty(turn.Effects);
        Assert.Equal(DialogTurnStatus.Empty, new DialogContext(Dialogs, turn).CancelAll().Status);
    }

    [Fact]
    [Statement(150)]
    public async Task Replacing_The_Child_Keeps_The_Depth_And_The_Parent_Waiting()
    {
        var conversation = await BegunAsync();
        conversation = conversation with { Dialogs = [.. conversation.Dialogs.Skip(1)] };
        var turn = Turns.Says("again", conversation);

        await new DialogContext(Dialogs, turn).ReplaceAsync("words", Question(), TestContext.Current.CancellationToken);
        Assert.Equal(["words", "outer"], turn.Conversation.Dialogs.Select(static dialog => dialog.Id));

        var end = await ContinueAsync(Dialogs, Turns.Says("Jeju", turn.Conversation));
        Assert.Equal("outer got Jeju", end.Result);
    }

    [Theory]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Invoke)]
    [Statement(144)]
    public async Task A_Waterfall_That_Stands_On_Top_Waits_For_Words(string type)
    {
        var conversation = new ConversationRecord { Dialogs = [new DialogInstance("outer", "Start", null)] };
        var turn = Turns.Of(new Activity { Type = type, Name = "x", Text = "x" }, conversation);

        Assert.Equal(DialogTurnStatus.Waiting, (await ContinueAsync(Dialogs, turn)).Status);
        Assert.Same(conversation.Dialogs, turn.Conversation.Dialogs);
        Assert.Equal("outer got x", (await ContinueAsync(Dialogs, Turns.Says("x", conversation))).Result);
    }

    [Theory]
    [InlineData("next, next")]
    [InlineData("next, end")]
    [InlineData("prompt, go to")]
    [InlineData("begin, begin")]
    [Statement(152)]
    public void A_Step_That_Says_Twice_What_Comes_Next_Throws(string said)
    {
        var step = new WaterfallStepContext<TripState>(Turns.Says("x"), new TripState(), null);
        var ways = said.Split(", ");
        Say(step, ways[0]);

        Assert.Throws<InvalidOperationException>(() => Say(step, ways[1]));
    }

    [Fact]
    public async Task A_Step_That_Is_Not_There_Is_Named()
    {
        var dialogs = new DialogSet([new Lost()]);

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new DialogContext(dialogs, Turns.Says("x")).BeginAsync("lost", null, TestContext.Current.CancellationToken));

        Assert.Equal("The waterfall lost has no step Nowhere.", thrown.Message);
    }

    [Fact]
    [Statement(155)]
    public async Task A_Stack_Of_An_Older_Version_Of_A_Dialog_Is_Cleared_And_Never_Resumed()
    {
        var newer = new DialogSet([new Outer(), new Inner(2), new TextPrompt("words")]);
        var turn = Turns.Says("Busan", await BegunAsync());

        Assert.Equal(DialogTurnStatus.Lost, (await ContinueAsync(newer, turn)).Status);
        Assert.Empty(turn.Conversation.Dialogs);
        Assert.Empty(turn.Effects);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("""{"Where":{"city":"Busan"}}""")]
    [InlineData("\"Busan\"")]
    [Statement(155)]
    public async Task A_State_Of_Another_Shape_Clears_The_Stack_Before_Anything_Runs(string state)
    {
        var conversation = await BegunAsync();
        foreach (var at in Enumerable.Range(0, 3))
        {
            var stack = conversation.Dialogs.Select((dialog, index) => index == at ? dialog with { State = JsonDocument.Parse(state).RootElement } : dialog).ToList();
            var turn = Turns.Says("Busan", conversation with { Dialogs = stack });

            Assert.Equal(DialogTurnStatus.Lost, (await ContinueAsync(Dialogs, turn)).Status);
            Assert.Empty(turn.Conversation.Dialogs);
            Assert.Empty(turn.Effects);
        }
    }

    [Fact]
    [Statement(155)]
    public async Task A_Step_That_Is_New_Before_The_One_That_Waits_Shifts_Nothing()
    {
        var conversation = await BegunAsync();
        var newer = new DialogSet([new Outer(), new Inner(1, greets: true), new TextPrompt("words")]);

        Assert.Equal("outer got inner got Busan", (await ContinueAsync(newer, Turns.Says("Busan", conversation))).Result);
    }

    private static async Task<ConversationRecord> BegunAsync()
    {
        var turn = Turns.Says("go");
        Assert.Equal(DialogTurnStatus.Waiting, (await new DialogContext(Dialogs, turn).BeginAsync("outer", null, TestContext.Current.CancellationToken)).Status);
        return turn.Conversation;
    }

    private static Task<DialogTurnResult> ContinueAsync(DialogSet dialogs, TurnContext turn) =>
        new DialogContext(dialogs, turn).ContinueAsync(TestContext.Current.CancellationToken);

    private static StepOutcome<TripState> Say(WaterfallStepContext<TripState> step, string way) => way switch
    {
        "next" => step.Next(step.State),
        "go to" => step.GoTo("Tell", step.State),
        "prompt" => step.Prompt("words", new PromptOptions { Prompt = Text("?") }, step.State),
        "begin" => step.Begin("inner", null, step.State),
        _ => step.End(),
    };

    private static JsonElement Question() => JsonSerializer.SerializeToElement(new PromptOptions { Prompt = Text("Where?") }, DialogJson.Wire.PromptOptions);

    private static Activity Text(string text) => new() { Type = ActivityTypes.Message, Text = text };

    private sealed class Outer() : WaterfallDialog<TripState>("outer")
    {
        protected override JsonTypeInfo<TripState> StateType => TripJson.Default.TripState;

        protected override IReadOnlyList<WaterfallStep<TripState>> Steps =>
        [
            new("Start", static step => step.Begin("inner", null, step.State)),
            new("Tell", static step => step.Next(step.State, $"outer got {step.Result}")),
        ];
    }

    private sealed class Inner(int version, bool greets = false) : WaterfallDialog<TripState>("inner")
    {
        public override int Version => version;

        protected override JsonTypeInfo<TripState> StateType => TripJson.Default.TripState;

        protected override IReadOnlyList<WaterfallStep<TripState>> Steps =>
        [
            .. greets ? [new WaterfallStep<TripState>("Greet", static step => step.Next(step.State))] : Array.Empty<WaterfallStep<TripState>>(),
            new("Ask", static step => step.Prompt("words", new PromptOptions { Prompt = Text("Where?") }, step.State)),
            new("Give", static step => step.End($"inner got {step.Result}")),
        ];
    }

    private sealed class Lost() : WaterfallDialog<TripState>("lost")
    {
        protected override JsonTypeInfo<TripState> StateType => TripJson.Default.TripState;

        protected override IReadOnlyList<WaterfallStep<TripState>> Steps => [new("Start", static step => step.GoTo("Nowhere", step.State))];
    }
}
