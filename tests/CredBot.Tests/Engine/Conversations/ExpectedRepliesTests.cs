using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Engine.Conversations;

public sealed class ExpectedRepliesTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    [Statement(86)]
    public async Task The_Replies_Are_The_Answer_And_No_Connector_Is_Called()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("one"));
            turn.Send(ScriptedBot.Text("two"));
            return Task.CompletedTask;
        };

        var answer = await host.InvokeAsync(Expecting("hello", "same"));
        await host.IdleAsync();

        Assert.Equal(["one", "two"], Texts(answer));
        Assert.Empty(channel.Seen);
        Assert.Empty((await host.ConversationAsync()).Outbox);
    }

    [Fact]
    [Statement(86)]
    public async Task A_Second_Delivery_Finds_The_Same_Replies_Also_After_A_Crash()
    {
        var first = await host.InvokeAsync(Expecting("hello", "same"));
        using var image = folder.Image();
        bot.Turn = static (_, _) => throw new InvalidOperationException("ran again");
        await using var next = await EngineHost.StartAsync(image.Path, channel, bot, host.Time);

        var again = await next.InvokeAsync(Expecting("hello", "same"));
        await next.IdleAsync();

        Assert.Equal(["heard hello"], Texts(first));
        Assert.Equal(["heard hello"], Texts(again));
        Assert.Empty(channel.Seen);
    }

    [Fact]
    public async Task What_Is_No_Reply_Goes_Its_Usual_Way()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("card"), "card");
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "hello"));
        await host.IdleAsync();
        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("inline"));
            turn.Owe(new Effect.Update("card", ScriptedBot.Text("card, redrawn")));
            return Task.CompletedTask;
        };

        var answer = await host.InvokeAsync(Expecting("go on"));
        await host.IdleAsync();

        Assert.Equal(["inline"], Texts(answer));
        Assert.Equal(["card", "card, redrawn"], channel.Texts);
    }

    [Fact]
    public async Task A_Turn_That_Fails_Apologises_In_The_Answer()
    {
        bot.Turn = static (_, _) => throw new InvalidOperationException();

        var answer = await host.InvokeAsync(Expecting("hello"));
        await host.IdleAsync();

        Assert.StartsWith("sorry ", Assert.Single(Texts(answer)), StringComparison.Ordinal);
        Assert.Empty(channel.Seen);
    }

    [Fact]
    public async Task An_Invoke_Has_Its_Own_Answer_Beside_The_Replies()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("clicked"));
            turn.InvokeResponse = new InvokeResponse(412, ScriptedSteps.Nothing);
            return Task.CompletedTask;
        };

        var answer = await host.InvokeAsync(Says.Invoke(channel, "click") with { DeliveryMode = "expectReplies" });
        bot.Turn = static (_, _) => Task.CompletedTask;
        var unanswered = await host.InvokeAsync(Says.Invoke(channel, "unknown") with { DeliveryMode = "expectReplies" });

        Assert.Equal((412, "done"), (answer!.Status, answer.Body!.Value.GetProperty("body").GetString()));
        Assert.Equal(["clicked"], Texts(answer));
        Assert.Null(unanswered);
    }

    private Activity Expecting(string text, string? id = "") => Says.Message(channel, text, id) with { DeliveryMode = "expectReplies" };

    private static IEnumerable<string?> Texts(InvokeResponse? answer) =>
        answer!.Body!.Value.GetProperty("activities").EnumerateArray().Select(static activity => activity.GetProperty("text").GetString());
}
