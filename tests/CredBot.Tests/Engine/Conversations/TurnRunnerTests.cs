using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Engine.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Engine.Conversations;

public sealed class TurnRunnerTests
{
    private readonly ScriptedBot bot = new();
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_Turn_That_Does_Not_End_In_Time_And_Does_Not_Listen_Is_Left_Alone_And_Apologised_For()
    {
        using var caller = new Arrival.Call("late", new Activity(), time);
        var (reached, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        TurnContext? left = null;
        bot.Turn = (turn, _) =>
        {
            left = turn;
            reached.SetResult();
            return never.Task;
        };
        var turn = RunAsync(new Activity { Type = ActivityTypes.Invoke, Name = "slow" }, caller);
        await reached.Task;

        time.Advance(TimeSpan.FromSeconds(9));
        var outcome = await turn;
        left!.Send(ScriptedBot.Text("too late"));

        Assert.Equal(500, outcome.Response!.Status);
        Assert.StartsWith("sorry ", Assert.IsType<Effect.Send>(Assert.Single(outcome.Effects)).Activity.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Turn_That_Forgets_Where_It_Is_Is_Reminded()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.Conversation = new ConversationRecord();
            return Task.CompletedTask;
        };

        var outcome = await RunAsync(new Activity { Type = ActivityTypes.Message, ServiceUrl = "https://s" }, null);

        Assert.Equal("https://s", outcome.Record.Reference!.ServiceUrl);
    }

    [Fact]
    public async Task An_Apology_May_Answer_The_Invoke_In_Its_Own_Form()
    {
        bot.Turn = static (_, _) => throw new InvalidOperationException("broken");
        bot.Error = static turn => turn.InvokeResponse = new InvokeResponse(200);

        var outcome = await RunAsync(new Activity { Type = ActivityTypes.Invoke, Name = "x" }, default);

        Assert.Equal(200, outcome.Response!.Status);
    }

    [Fact]
    public void A_Turn_Is_Named_The_Same_For_The_Same_Activity_And_Otherwise_Never()
    {
        Assert.Equal(TurnRunner.TurnId("c", "a"), TurnRunner.TurnId("c", "a"));
        Assert.NotEqual(TurnRunner.TurnId("c", "a"), TurnRunner.TurnId("c", "b"));
        Assert.NotEqual(TurnRunner.TurnId("c", "a"), TurnRunner.TurnId("d", "a"));
    }

    private async Task<TurnOutcome> RunAsync(Activity activity, Arrival.Call? caller)
    {
        await using var services = new ServiceCollection().AddSingleton<IBot>(bot).BuildServiceProvider();
        var runner = new TurnRunner(services.GetRequiredService<IServiceScopeFactory>(), time, NullLogger<TurnRunner>.Instance);
        return await runner.RunAsync(activity, new ConversationRecord(), "turn", isProactive: false, caller);
    }
}
