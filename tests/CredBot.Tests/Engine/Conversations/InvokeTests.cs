using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Conversations;

public sealed class InvokeTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot);
        bot.Turn = static (turn, _) => Answer(turn, 200);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task An_Invoke_Is_Answered_And_What_It_Owes_Goes_Out()
    {
        var answer = await host.InvokeAsync(Says.Invoke(channel, "click"));
        await host.IdleAsync();

        Assert.Equal(200, answer!.Status);
        Assert.Equal("done", answer.Body!.Value.GetString());
        Assert.Equal(["clicked"], channel.Texts);
    }

    [Fact]
    public async Task An_Invoke_Nobody_Answers_Has_No_Answer()
    {
        bot.Turn = static (_, _) => Task.CompletedTask;

        Assert.Null(await host.InvokeAsync(Says.Invoke(channel, "unknown")));
    }

    [Fact]
    public async Task A_Redelivered_Invoke_Gets_The_Recorded_Answer_Without_Running_Again()
    {
        await host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        bot.Turn = static (_, _) => throw new InvalidOperationException("ran again");

        var again = await host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        await host.IdleAsync();

        Assert.Equal((200, "done"), (again!.Status, again.Body!.Value.GetString()));
        Assert.Single(channel.Taken);
    }

    [Fact]
    public async Task An_Invoke_Answered_500_By_The_Bot_Runs_Again_When_It_Comes_Again()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.InvokeResponse = new InvokeResponse(500);
            return Task.CompletedTask;
        };
        var down = await host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        bot.Turn = static (turn, _) => Answer(turn, 200);

        var again = await host.InvokeAsync(Says.Invoke(channel, "click", "same"));

        Assert.Equal((500, 200), (down!.Status, again!.Status));
    }

    [Fact]
    public async Task An_Invoke_Redelivered_While_It_Runs_Waits_For_The_Same_Answer()
    {
        var (gate, runs) = (new TaskCompletionSource(), 0);
        bot.Turn = async (turn, _) =>
        {
            runs++;
            await gate.Task;
            await Answer(turn, 200);
        };

        var first = host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        var second = host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        gate.SetResult();

        Assert.Equal([200, 200], (await Task.WhenAll(first, second)).Select(static answer => answer!.Status));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_Invoke_Waits_Its_Turn()
    {
        var (gate, order) = (new TaskCompletionSource(), new List<string?>());
        bot.Turn = async (turn, _) =>
        {
            order.Add(turn.Activity.Text ?? turn.Activity.Name);
            await (turn.Activity.Text is "one" ? gate.Task : Task.CompletedTask);
        };
        await host.AcceptAsync(Says.Message(channel, "one"));
        await host.AcceptAsync(Says.Message(channel, "two"));
        var invoke = host.InvokeAsync(Says.Invoke(channel, "three"));
        await host.AcceptAsync(Says.Message(channel, "four"));

        gate.SetResult();
        await invoke;
        await host.IdleAsync();

        Assert.Equal(["one", "two", "three", "four"], order);
    }

    [Fact]
    public async Task An_Invoke_That_Throws_Is_Answered_500_After_The_Apology_Is_Owed()
    {
        bot.Turn = static (_, _) => throw new InvalidOperationException();

        var answer = await host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        await host.IdleAsync();

        Assert.Equal(500, answer!.Status);
        Assert.StartsWith("sorry ", Assert.Single(channel.Texts), StringComparison.Ordinal);
        Assert.Equal(500, (await host.InvokeAsync(Says.Invoke(channel, "click", "same")))!.Status);
    }

    [Fact]
    [Statement(44)]
    public async Task A_Turn_That_Has_Not_Answered_In_Nine_Seconds_Is_Broken_Off_And_Runs_When_The_Invoke_Comes_Again()
    {
        var (reached, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        bot.Turn = (_, _) =>
        {
            reached.TrySetResult();
            return never.Task;
        };
        var slow = host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        await reached.Task;

        host.Time.Advance(TimeSpan.FromSeconds(9));
        await Assert.ThrowsAsync<TimeoutException>(() => slow);
        await host.IdleAsync();
        bot.Turn = static (turn, _) => Answer(turn, 200);

        Assert.Equal(200, (await host.InvokeAsync(Says.Invoke(channel, "click", "same")))!.Status);
        await host.IdleAsync();
        Assert.Equal(2, channel.Taken.Count);
        Assert.StartsWith("sorry ", channel.Texts.First(), StringComparison.Ordinal);
        Assert.Equal("clicked", channel.Texts.Last());
    }

    [Fact]
    [Statement(44)]
    public async Task A_Turn_That_Has_Answered_Goes_On_Without_Its_Caller_And_Reports_By_A_Message()
    {
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var ended = CancellationToken.None;
        bot.Turn = async (turn, cancellationToken) =>
        {
            turn.InvokeResponse = new InvokeResponse(200, ScriptedSteps.Nothing);
            ended = cancellationToken;
            reached.SetResult();
            await gate.Task;
            turn.Conversation = turn.Conversation with { Dialogs = [new("next", null, null)] };
            turn.Send(ScriptedBot.Text("the slow part"));
        };
        var invoke = host.InvokeAsync(Says.Invoke(channel, "signin/tokenExchange", "same"));
        await reached.Task;

        host.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(200, (await invoke)!.Status);
        Assert.False(ended.IsCancellationRequested);
        Assert.Empty(channel.Taken);
        gate.SetResult();
        await host.IdleAsync();

        Assert.Equal(["the slow part"], channel.Texts);
        Assert.Equal("next", Assert.Single((await host.ConversationAsync()).Record.Dialogs).Id);
        Assert.Equal(200, (await host.InvokeAsync(Says.Invoke(channel, "signin/tokenExchange", "same")))!.Status);
        Assert.Single(channel.Taken);
    }

    [Fact]
    [Statement(44)]
    public async Task An_Invoke_Behind_A_Slow_Turn_Is_Given_Up_In_Time_And_Runs_When_It_Comes_Again()
    {
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        bot.Turn = async (turn, _) =>
        {
            reached.TrySetResult();
            await (turn.Activity.Type is ActivityTypes.Message ? gate.Task : Answer(turn, 200));
        };
        await host.AcceptAsync(Says.Message(channel, "slow"));
        await reached.Task;
        var waiting = host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        await host.AcceptAsync(Says.Message(channel, "behind it"));

        host.Time.Advance(TimeSpan.FromSeconds(9));
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        var again = host.InvokeAsync(Says.Invoke(channel, "click", "same"));
        gate.SetResult();

        Assert.Equal(200, (await again)!.Status);
        await host.IdleAsync();
        Assert.Equal(["clicked"], channel.Texts);
    }

    [Fact]
    [Statement(44)]
    public async Task An_Invoke_That_Starts_Slow_Work_Is_Answered_At_Once_And_The_Work_Reports_By_A_Message()
    {
        using var other = new Folder();
        var (steps, reached, gate) = (new ScriptedSteps(), new TaskCompletionSource(), new TaskCompletionSource());
        steps.OnPerform = async (_, _) =>
        {
            reached.SetResult();
            await gate.Task;
            return ScriptedSteps.Nothing;
        };
        await using var working = await EngineHost.StartAsync(other.Path, channel, bot, services: services =>
        {
            services.AddSingleton<IFlow>(new ScriptedFlow());
            services.AddSingleton<ISteps>(steps);
        });
        bot.Turn = static (turn, _) =>
        {
            turn.Owe(new Effect.Start("op", "work", ScriptedSteps.Nothing));
            turn.InvokeResponse = new InvokeResponse(200);
            return Task.CompletedTask;
        };

        Assert.Equal(200, (await working.InvokeAsync(Says.Invoke(channel, "click")))!.Status);
        await reached.Task;
        working.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Empty(channel.Texts);
        gate.SetResult();
        await working.IdleAsync();

        Assert.Equal(["done"], channel.Texts);
    }

    [Fact]
    public async Task An_Invoke_With_A_Token_Leaves_Nothing_Of_It_In_The_Store_Or_The_Log()
    {
        var invoke = Says.Invoke(channel, "signin/tokenExchange") with
        {
            Value = System.Text.Json.JsonDocument.Parse("""{"token":"eyJ-very-secret"}""").RootElement,
        };

        await host.InvokeAsync(invoke);
        await host.IdleAsync();

        using var image = folder.Image();
        Assert.All(Directory.EnumerateFiles(image.Path), static file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("very-secret"u8)));
        Assert.DoesNotContain(host.Log.Lines, static line => line.Contains("very-secret", StringComparison.Ordinal));
    }

    private static Task Answer(TurnContext turn, int status)
    {
        turn.Send(ScriptedBot.Text("clicked"));
        turn.InvokeResponse = new InvokeResponse(status, ScriptedSteps.Nothing);
        return Task.CompletedTask;
    }
}
