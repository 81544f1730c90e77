using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Engine.Conversations;

/// <summary>How fast a conversation is sent to, and how much at once.</summary>
public sealed class PaceTests : IAsyncLifetime
{
    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private readonly List<DateTimeOffset> times = [];
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot);
        channel.Hold = _ =>
        {
            times.Add(host.Time.GetUtcNow());
            return Task.CompletedTask;
        };
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    [Statement(74)]
    public async Task Many_Messages_To_One_Thread_Go_Out_In_Order_And_No_Faster_Than_Teams_Takes_Them()
    {
        var texts = Enumerable.Range(0, 70).Select(static number => $"{number}").ToList();

        await OweAsync([.. texts.Select(static text => new Effect.Send(text, ScriptedBot.Text(text)))]);
        Assert.Equal(7, channel.Taken.Count);
        Assert.All((await host.ConversationAsync()).Outbox, static owed => Assert.Equal((0, null), (owed.Tries, owed.DueAt)));
        await host.IdleAsync();

        Assert.Equal(texts, channel.Texts);
        foreach (var (seconds, limit) in ((int, int)[])[(1, 7), (2, 8), (30, 60)])
        {
            Assert.All(times, first => Assert.True(times.Count(time => time >= first && time < first.AddSeconds(seconds)) <= limit, $"{limit} in {seconds} s"));
        }

        Assert.True(times[^1] - times[0] < TimeSpan.FromSeconds(40), "slower than need be");
    }

    [Fact]
    [Statement(74)]
    public async Task Updates_Count_As_Messages_And_Other_Threads_Are_Not_Held_Up()
    {
        await OweAsync([.. Enumerable.Range(0, 4).Select(static number => new Effect.Send($"{number}", ScriptedBot.Text("first")))]);
        await OweAsync([.. Enumerable.Range(0, 4).Select(static number => new Effect.Update($"{number}", ScriptedBot.Text("second")))]);
        Assert.Equal(7, channel.Taken.Count);

        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("elsewhere"));
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go", conversation: "c2"));
        await host.SettleAsync();
        Assert.Equal("elsewhere", channel.Texts.Last());

        await host.IdleAsync();
        Assert.Equal(9, channel.Taken.Count);
    }

    [Fact]
    [Statement(75)]
    public async Task A_Text_That_Is_Too_Long_Goes_Out_In_Pieces_Cut_Between_Paragraphs()
    {
        var paragraphs = Enumerable.Range(0, 120).Select(static number => $"{number}: {new string('가', 1_000)}. 끝.").ToList();

        await OweAsync(new Effect.Send("long", ScriptedBot.Text(string.Join("\n\n", paragraphs))), new Effect.Send("next", ScriptedBot.Text("next")));
        await host.IdleAsync();

        var texts = channel.Texts.ToList();
        Assert.True(texts.Count > 4, $"{texts.Count} messages");
        Assert.Equal([.. paragraphs, "next"], texts.SelectMany(static text => text!.Split("\n\n")));
        Assert.All(channel.Seen, static call => Assert.True(call.Activity.Text!.Length * sizeof(char) < 80 * 1024));
        Assert.Equal("m1", (await host.ConversationAsync()).SentAs("long"));
    }

    [Theory]
    [Statement(75)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Card_That_Is_Too_Large_Is_Replaced_By_A_Sentence_And_A_Line_In_The_Log(bool update)
    {
        var large = new Activity
        {
            Type = ActivityTypes.Message,
            Attachments = [new Attachment { ContentType = "application/vnd.microsoft.card.adaptive", Content = System.Text.Json.JsonSerializer.SerializeToElement(new string('x', 50_000)) }],
        };
        await OweAsync(new Effect.Send("card", update ? ScriptedBot.Text("small") : large));
        await OweAsync(update ? new Effect.Update("card", large) : new Effect.Send("next", ScriptedBot.Text("next")));

        Assert.Equal(update ? ["small", "too large to show"] : ["too large to show", "next"], channel.Texts);
        Assert.Equal(update ? ["POST", "PUT"] : ["POST", "POST"], channel.Seen.Select(static call => call.Method));
        Assert.Contains(host.Log.Lines, static line => line.Contains("is larger than its channel takes", StringComparison.Ordinal));
        Assert.True((await host.ConversationAsync()).IsIdle);
    }

    [Fact]
    [Statement(75)]
    public async Task A_Channel_That_Finds_A_Message_Too_Large_Gets_Something_Smaller_Once()
    {
        channel.Refuse = static _ => new ChannelRefusal(413);

        await OweAsync(new Effect.Send("a", ScriptedBot.Text("one")));

        Assert.Equal(["one", "too large to show"], channel.Seen.Select(static call => call.Activity.Text));
        Assert.True((await host.ConversationAsync()).IsIdle);
    }

    private async Task OweAsync(params Effect[] effects)
    {
        bot.Turn = (turn, _) =>
        {
            Array.ForEach(effects, turn.Owe);
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go"));
        await host.SettleAsync();
    }
}
