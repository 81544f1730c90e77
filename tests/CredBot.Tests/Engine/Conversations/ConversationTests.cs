using CredBot.Bot.Builder;
using CredBot.Engine.Conversations;
using CredBot.Engine.Store;
using CredBot.Tests.Conformance;
using Microsoft.Data.Sqlite;

namespace CredBot.Tests.Engine.Conversations;

public sealed class ConversationTests : IAsyncLifetime
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
    public async Task A_Message_Is_Answered()
    {
        await SayAsync("hello");

        var call = Assert.Single(channel.Taken);
        Assert.Equal(("heard hello", "c1", "28:bot", "29:kim"), (call.Activity.Text, call.Conversation, call.Activity.From!.Id, call.Activity.Recipient!.Id));
    }

    [Fact]
    public async Task The_Same_Activity_Is_Heard_Once()
    {
        await SayAsync("hello", "same");
        await SayAsync("hello", "same");

        Assert.Single(channel.Taken);
    }

    [Fact]
    public async Task The_Same_Activity_Delivered_Twice_At_Once_Is_Heard_Once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.AcceptAsync(Says.Message(channel, "hello", "same"))));
        await host.IdleAsync();

        Assert.Single(channel.Taken);
    }

    [Fact]
    public async Task The_Same_Id_In_Another_Conversation_Is_Another_Activity()
    {
        await SayAsync("hello", "same");
        await host.AcceptAsync(Says.Message(channel, "hello", "same", "c2"));
        await host.IdleAsync();

        Assert.Equal(["c1", "c2"], channel.Taken.Select(static call => call.Conversation));
    }

    [Fact]
    public async Task An_Activity_Without_An_Id_Is_Never_A_Duplicate()
    {
        await SayAsync("hello", null);
        await SayAsync("hello", null);

        Assert.Equal(2, channel.Taken.Count);
    }

    [Fact]
    public async Task Activities_Are_Handled_In_The_Order_Of_Their_Arrival_And_Never_At_Once()
    {
        var (under, most) = (0, 0);
        bot.Turn = async (turn, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref under));
            await Task.Yield();
            turn.Send(turn.Activity with { Id = null });
            Interlocked.Decrement(ref under);
        };

        for (var number = 0; number < 20; number++)
        {
            await host.AcceptAsync(Says.Message(channel, $"{number}"));
        }

        await host.IdleAsync();
        Assert.Equal(Enumerable.Range(0, 20).Select(static number => $"{number}"), channel.Texts);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task An_Activity_Is_Taken_In_While_A_Turn_Thinks()
    {
        var gate = new TaskCompletionSource();
        bot.Turn = (turn, _) => turn.Activity.Text is "slow" ? gate.Task : Task.CompletedTask;
        await host.AcceptAsync(Says.Message(channel, "slow"));

        await host.AcceptAsync(Says.Message(channel, "quick"));

        gate.SetResult();
        await host.IdleAsync();
        Assert.Equal(2, (await DocumentAsync()).Turns);
    }

    [Fact]
    public async Task A_Turn_Finds_What_The_Turn_Before_Left_And_Is_Named_The_Same_When_It_Is_Replayed()
    {
        var names = new List<string>();
        bot.Turn = (turn, _) =>
        {
            names.Add(turn.TurnId);
            turn.Conversation = turn.Conversation with { Dialogs = [.. turn.Conversation.Dialogs, new(turn.Activity.Text!, null, null)] };
            return Task.CompletedTask;
        };

        await SayAsync("one", "a1");
        await SayAsync("two", "a2");

        Assert.Equal(["one", "two"], (await DocumentAsync()).Record.Dialogs.Select(static dialog => dialog.Id));
        Assert.Equal([TurnRunner.TurnId(Says.Key(), "a1"), TurnRunner.TurnId(Says.Key(), "a2")], names);
    }

    [Fact]
    public async Task Every_Activity_Refreshes_Where_To_Write_Next()
    {
        await SayAsync("hello");
        await host.AcceptAsync(Says.Message(channel, "hello") with { Locale = "ko-KR" });
        await host.IdleAsync();

        Assert.Equal("ko-KR", (await DocumentAsync()).Record.Reference!.Locale);
    }

    [Fact]
    [Statement(159)]
    public async Task Nothing_A_Person_Typed_Lies_Readable_On_The_Disk()
    {
        var gate = new TaskCompletionSource();
        bot.Turn = (_, _) => gate.Task;
        await host.AcceptAsync(Says.Message(channel, "my password is 사과나무-7319"));

        using (var image = folder.Image())
        {
            Assert.All(Directory.EnumerateFiles(image.Path), static file =>
            {
                var bytes = File.ReadAllBytes(file).AsSpan();
                Assert.Equal(-1, bytes.IndexOf("사과나무-7319"u8));
                Assert.Equal(-1, bytes.IndexOf("7319"u8));
            });
        }

        Assert.Single((await DocumentAsync()).Mailbox);
        gate.SetResult();
        await host.IdleAsync();
        Assert.Empty((await DocumentAsync()).Mailbox);
    }

    [Fact]
    public async Task A_Letter_Moved_To_Another_Conversation_Does_Not_Open()
    {
        var gate = new TaskCompletionSource();
        bot.Turn = (_, _) => gate.Task;
        await host.AcceptAsync(Says.Message(channel, "hello"));
        var seal = Assert.Single((await DocumentAsync()).Mailbox).Seal;

        await host.Grains.GetGrain<IConversation>(Says.Key("c2")).Accept("a", seal);
        gate.SetResult();
        await host.IdleAsync();

        Assert.Contains(host.Log.Lines, static line => line.Contains("cannot be opened", StringComparison.Ordinal));
        Assert.True((await DocumentAsync("c2")).IsIdle);
    }

    [Fact]
    [Statement(157)]
    public async Task A_Turn_That_Throws_Leaves_The_State_Of_Before_And_Apologises_Once()
    {
        await SayAsync("hello");
        bot.Turn = static (turn, _) =>
        {
            turn.Conversation = turn.Conversation with { Dialogs = [new("lost", null, null)] };
            turn.Send(ScriptedBot.Text("never sent"));
            throw new InvalidOperationException("a bug");
        };

        await SayAsync("boom");

        Assert.Empty((await DocumentAsync()).Record.Dialogs);
        var apology = channel.Taken.Last().Activity.Text!;
        Assert.StartsWith("sorry ", apology, StringComparison.Ordinal);
        Assert.Equal(2, channel.Taken.Count);
        Assert.Contains(host.Log.Lines, line => line.Contains(apology["sorry ".Length..], StringComparison.Ordinal) && line.Contains("a bug", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_Poisoned_Message_Does_Not_Block_The_Next_One()
    {
        bot.Turn = static (turn, _) => turn.Activity.Text is "poison" ? throw new InvalidOperationException() : Send(turn, "well");
        await host.AcceptAsync(Says.Message(channel, "poison"));
        await host.AcceptAsync(Says.Message(channel, "water"));
        await host.IdleAsync();

        Assert.Equal("well", channel.Texts.Last());
        Assert.True((await DocumentAsync()).IsIdle);
    }

    [Fact]
    [Statement(156)]
    public async Task A_Turn_Over_A_Document_That_Somebody_Else_Wrote_Meanwhile_Is_Run_Once_More()
    {
        await SayAsync("hello");
        var runs = 0;
        bot.Turn = async (turn, _) =>
        {
            if (++runs is 1)
            {
                var stored = (await host.Store.ReadAsync(Conversation.Type, Says.Key(), default))!;
                var other = DocumentStorage.Read<ConversationDocument>(stored.Json, "It");
                other = other with { Turns = other.Turns + 1, Record = other.Record with { Dialogs = [new("theirs", null, null)] } };
                var json = System.Text.Json.JsonSerializer.Serialize(other, EngineJson.Wire.ConversationDocument);
                Assert.NotNull(await host.Store.WriteAsync(new DocumentWrite(Conversation.Type, Says.Key(), json, stored.Version), default));
            }

            turn.Conversation = turn.Conversation with { Dialogs = [.. turn.Conversation.Dialogs, new("ours", null, null)] };
            turn.Send(ScriptedBot.Text("ours"));
        };

        await SayAsync("again");

        Assert.Equal(2, runs);
        Assert.Equal(["heard hello", "ours"], channel.Texts);
        Assert.Equal(["theirs", "ours"], (await DocumentAsync()).Record.Dialogs.Select(static dialog => dialog.Id));
    }

    [Fact]
    public async Task A_Sender_Who_Floods_The_Mailbox_Is_Not_Acknowledged()
    {
        var gate = new TaskCompletionSource();
        bot.Turn = (_, _) => gate.Task;
        for (var number = 0; number < 256; number++)
        {
            await host.AcceptAsync(Says.Message(channel, "x"));
        }

        await Assert.ThrowsAsync<StoreException>(() => host.AcceptAsync(Says.Message(channel, "x")));

        gate.SetResult();
        await host.IdleAsync();
    }

    [Fact]
    public async Task A_Disk_That_Takes_No_Write_Acknowledges_Nothing_And_Loses_Nothing()
    {
        await SayAsync("hello");
        using (var locker = new SqliteConnection($"Data Source={Path.Combine(folder.Path, SqliteStore.FileName)};Pooling=False"))
        {
            locker.Open();
            Sql(locker, "create trigger full before update on grain begin select raise(abort, 'disk full'); end");

            await Assert.ThrowsAnyAsync<Exception>(() => host.AcceptAsync(Says.Message(channel, "lost", "again")));
            Sql(locker, "drop trigger full");
        }

        await SayAsync("back", "again");

        Assert.Equal(["heard hello", "heard back"], channel.Texts);
    }

    private static Task Send(TurnContext turn, string text)
    {
        turn.Send(ScriptedBot.Text(text));
        return Task.CompletedTask;
    }

    private static void Sql(SqliteConnection database, string text)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private async Task SayAsync(string text, string? id = "")
    {
        await host.AcceptAsync(Says.Message(channel, text, id));
        await host.IdleAsync();
    }

    private Task<ConversationDocument> DocumentAsync(string conversation = "c1") => host.ConversationAsync(conversation);
}
