using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Engine.Audit;
using CredBot.Engine.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Conversations;

public sealed class DeliveryTests : IAsyncLifetime
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
    public async Task A_Message_Is_Updated_Under_The_Id_The_Channel_Gave_It()
    {
        await OweAsync(Send("card", "first"));
        await OweAsync(Update("card", "second"));

        Assert.Equal([("POST", null, "first"), ("PUT", "m1", "second")], channel.Taken.Select(static call => (call.Method, call.Id, call.Activity.Text)));
    }

    [Fact]
    public async Task An_Update_Of_A_Message_That_Was_Never_Delivered_Does_Nothing()
    {
        await OweAsync(Update("card", "second"), Send("other", "still there"));

        Assert.Equal(["still there"], channel.Texts);
    }

    [Fact]
    public async Task A_Failed_Message_Is_Owed_Until_Its_Stored_Time_And_Keeps_The_Order()
    {
        channel.Refuse = static _ => new ChannelRefusal(503, 60);
        await OweAsync(Send("a", "one"), Send("b", "two"));
        Assert.Empty(channel.Taken);
        channel.Refuse = static _ => null;

        await host.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Empty(channel.Taken);

        await host.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["one", "two"], channel.Texts);
        Assert.True((await host.ConversationAsync()).IsIdle);
    }

    [Fact]
    public async Task A_Pending_Update_Is_Superseded_By_A_Newer_One()
    {
        await OweAsync(Send("card", "first"));
        channel.Refuse = static _ => new ChannelRefusal(503, 60);
        await OweAsync(Update("card", "second"));
        channel.Refuse = static _ => null;

        await OweAsync(Update("card", "third"));
        await host.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(["first", "third"], channel.Texts);
    }

    [Fact]
    public async Task A_Message_Is_Given_Up_After_A_Day_With_A_Line_In_The_Log()
    {
        channel.Refuse = static _ => new ChannelRefusal(429, 3_600);
        await OweAsync(Send("a", "one"));

        for (var hour = 0; hour < 25; hour++)
        {
            await host.AdvanceAsync(TimeSpan.FromHours(1));
        }

        var document = await host.ConversationAsync();
        Assert.Equal((0, 1), (document.Outbox.Count, document.GivenUp));
        Assert.Contains(host.Log.Lines, static line => line.Contains("given up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Refused_Message_Is_Dropped_With_A_Line_In_The_Log_And_The_Next_Goes_Out()
    {
        channel.Refuse = static call => call.Activity.Text is "one" ? new ChannelRefusal(400) : null;

        await OweAsync(Send("a", "one"), Send("b", "two"));

        Assert.Equal(["two"], channel.Texts);
        Assert.Contains(host.Log.Lines, static line => line.Contains("was refused with 400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_Blocked_The_Bot_Is_Sent_Nothing_Until_They_Speak_Again()
    {
        channel.Refuse = static _ => new ChannelRefusal(403);
        await OweAsync(Send("a", "one"), Send("b", "two"));
        Assert.Single(channel.Seen);
        Assert.True((await host.ConversationAsync()).Unreachable);

        channel.Refuse = static _ => null;
        await OweAsync(Send("c", "three"));

        Assert.Equal(["three"], channel.Texts);
    }

    [Fact]
    public async Task A_Line_Of_The_Audit_Is_Written_Once_However_Often_It_Is_Owed()
    {
        var entry = new AuditEntry { Key = "k", Tenant = Says.Tenant, At = host.Time.GetUtcNow(), Actor = "kim", Action = "did" };

        await OweAsync(new Effect.Audit(entry));
        await OweAsync(new Effect.Audit(entry));

        var lines = new List<AuditRecord>();
        await foreach (var line in AuditLog.Open(folder.Path).ExportAsync(default))
        {
            lines.Add(line);
        }

        Assert.Equal(entry, Assert.Single(lines).Entry);
    }

    [Fact]
    public async Task A_Redraw_Comes_After_Everything_Owed_To_Its_Message()
    {
        await OweAsync(Send("card", "first"));
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        channel.Hold = call =>
        {
            reached.TrySetResult();
            return call.Activity.Text is "second" ? gate.Task : Task.CompletedTask;
        };
        bot.Turn = static (turn, _) =>
        {
            turn.Owe(Update("card", "second"));
            turn.Owe(Send("other", "beside"));
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go"));
        await reached.Task;

        var redraw = RedrawAsync("card", "secret");
        gate.SetResult();

        Assert.IsType<ConnectorResult.Sent>(await redraw);
        await host.IdleAsync();
        Assert.Equal(["first", "second", "secret"], channel.Texts.Where(static text => text is not "beside"));
    }

    [Fact]
    public async Task A_Redraw_Of_A_Message_That_Was_Never_Delivered_Is_Refused() =>
        Assert.Equal(new ConnectorResult.Refused(0, "NeverDelivered", false), await RedrawAsync("card", "secret"));

    [Fact]
    public async Task A_Redraw_Behind_A_Message_That_Waits_Says_When_To_Try_Again()
    {
        await OweAsync(Send("card", "first"));
        channel.Refuse = static _ => new ChannelRefusal(503, 60);
        await OweAsync(Update("card", "second"));

        Assert.Equal(new ConnectorResult.Failed(TimeSpan.FromSeconds(60)), await RedrawAsync("card", "secret"));
    }

    [Fact]
    public async Task What_A_Redraw_Shows_Is_Kept_Nowhere()
    {
        await OweAsync(Send("card", "first"));

        await RedrawAsync("card", "Zebra-4711-오렌지");
        await host.IdleAsync();

        Assert.Equal("Zebra-4711-오렌지", channel.Texts.Last());
        using var image = folder.Image();
        Assert.All(Directory.EnumerateFiles(image.Path), static file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("4711"u8)));
        Assert.DoesNotContain(host.Log.Lines, static line => line.Contains("4711", StringComparison.Ordinal));
    }

    private static Effect.Send Send(string key, string text) => new(key, ScriptedBot.Text(text));

    private static Effect.Update Update(string key, string text) => new(key, ScriptedBot.Text(text));

    private Task<ConnectorResult> RedrawAsync(string key, string text) =>
        host.Services.GetRequiredService<ICardSurface>().RedrawAsync(Says.Key(), key, ScriptedBot.Text(text), default);

    private async Task OweAsync(params Effect[] effects)
    {
        bot.Turn = (turn, _) =>
        {
            Array.ForEach(effects, turn.Owe);
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go"));
        await host.IdleAsync();
    }
}
