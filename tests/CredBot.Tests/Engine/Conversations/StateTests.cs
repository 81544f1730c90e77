using System.Text.Json.Serialization;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using CredBot.Engine.Store;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Conversations;

/// <summary>What a conversation remembers, when it is written, and by whom.</summary>
public sealed class StateTests : IAsyncLifetime
{
    private static readonly StateProperty<Numbers> Property = new("numbers", NumbersJson.Default.Numbers);

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
    [Statement(153)]
    public async Task A_Number_Comes_Back_As_What_It_Was()
    {
        var numbers = new Numbers(7, long.MaxValue, 0.1, 79_228_162_514.264337593543950335m, byte.MaxValue, ulong.MaxValue, null);
        bot.Turn = (turn, _) =>
        {
            turn.Conversation = turn.Conversation.With(Property, numbers);
            return Task.CompletedTask;
        };
        await SayAsync("keep");
        await host.StopAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot);

        Numbers? back = null;
        bot.Turn = (turn, _) =>
        {
            back = turn.Conversation.Get(Property);
            return Task.CompletedTask;
        };
        await SayAsync("and back");

        Assert.Equal(numbers, back);
        Assert.Equal(0.1, back!.Fraction);
        Assert.IsType<int>((object)back.Small);
    }

    [Fact]
    [Statement(156)]
    public async Task Two_Hosts_Over_One_Store_Give_Each_Activity_One_Turn_And_Its_Effects_Once()
    {
        var (gate, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = bot.Turn;
        bot.Turn = async (turn, token) =>
        {
            reached.TrySetResult();
            await gate.Task;
            await slow(turn, token);
        };
        using var other = new Folder();
        var otherBot = new ScriptedBot();
        await using var second = await EngineHost.StartAsync(
            other.Path, channel, otherBot, host.Time, services => services.AddSingleton<IStore>(_ => new BorrowedStore(host.Store)).AddSingleton(host.Services.GetRequiredService<CredBot.Engine.Contracts.ISecretSeal>()));
        await host.AcceptAsync(Says.Message(channel, "one", "a1"));
        await reached.Task;

        // The second host finds the letter, runs it, and a letter of its own; then the first comes to its write.
        await second.AcceptAsync(Says.Message(channel, "two", "a2"));
        await second.IdleAsync();
        gate.SetResult();
        await host.IdleAsync();

        Assert.Equal(["heard one", "heard two"], channel.Texts);
        var document = await host.ConversationAsync();
        Assert.Equal((2, 0, 0), (document.Turns, document.Mailbox.Count, document.Outbox.Count));
        Assert.Equal(["a1", "a2"], document.Seen.Select(static seen => seen.Id));
    }

    [Fact]
    [Statement(157)]
    public async Task A_Turn_That_Throws_After_Owing_An_Operation_And_An_Audit_Line_Owes_Neither()
    {
        await SayAsync("hello");
        var before = (await host.ConversationAsync()).Record;
        bot.Turn = (turn, _) =>
        {
            turn.Conversation = turn.Conversation.With(Property, new Numbers(1, 1, 1, 1, 1, 1, 1)) with { Dialogs = [new("half", null, null)] };
            turn.Owe(new Effect.Start("op", "work", ScriptedSteps.Nothing));
            turn.Owe(new Effect.Audit(new AuditEntry { Key = "k", Tenant = "t", At = host.Time.GetUtcNow(), Actor = "a", Action = "x" }));
            throw new InvalidOperationException("a bug");
        };

        await SayAsync("boom");

        var after = (await host.ConversationAsync()).Record;
        Assert.Equal((before.Dialogs.Count, before.Properties.Count), (after.Dialogs.Count, after.Properties.Count));
        Assert.DoesNotContain(Rows(), static row => row.StartsWith("audit|", StringComparison.Ordinal) || row.StartsWith("op_index|", StringComparison.Ordinal));
    }

    [Fact]
    [Statement(158)]
    public async Task What_The_Bot_Does_Not_Hear_Is_Not_Written_Down_And_Costs_No_Turn()
    {
        await SayAsync("hello");
        var rows = Rows();
        bot.Deaf = static activity => activity.Type is ActivityTypes.Typing;
        bot.Turn = static (_, _) => throw new InvalidOperationException("ran");

        foreach (var id in (string?[])["t1", "t1", null])
        {
            await host.AcceptAsync(Says.Message(channel, "x", id) with { Type = ActivityTypes.Typing, Text = null });
        }

        await host.IdleAsync();
        Assert.Equal(rows, Rows());
    }

    [Fact]
    [Statement(158)]
    public async Task A_Message_Delivered_Again_Is_Known_And_Not_Written_Again()
    {
        await SayAsync("hello", "same");
        var rows = Rows();

        await SayAsync("hello", "same");

        Assert.Equal(["heard hello"], channel.Texts);
        Assert.Equal(rows, Rows());
    }

    [Fact]
    [Statement(158)]
    public async Task An_Invoke_That_Comes_To_Nothing_Is_Not_Written_Down()
    {
        await SayAsync("hello");
        var (rows, runs) = (Rows(), 0);
        bot.Turn = (_, _) =>
        {
            runs++;
            return Task.CompletedTask;
        };

        Assert.Null(await host.InvokeAsync(Says.Invoke(channel, "nobody", "i1")));
        Assert.Null(await host.InvokeAsync(Says.Invoke(channel, "nobody", "i1")));

        await host.IdleAsync();
        Assert.Equal(2, runs);
        Assert.Equal(rows, Rows());
    }

    [Fact]
    public async Task Where_To_Write_Is_Learnt_Also_From_What_Is_Not_Heard()
    {
        bot.Deaf = static activity => activity.Type is ActivityTypes.Typing;
        await SayAsync("hello");

        await host.AcceptAsync(Says.Message(channel, "x") with { Type = ActivityTypes.Typing, Text = null, ServiceUrl = "https://smba.trafficmanager.net/emea/" });
        await host.IdleAsync();

        Assert.Equal("https://smba.trafficmanager.net/emea/", (await host.ConversationAsync()).Record.Reference!.ServiceUrl);
    }

    [Fact]
    public async Task A_Conversation_That_Is_Forgotten_Knows_A_Message_That_Comes_Again_And_Stays_Silent()
    {
        await SayAsync("hello", "same");
        bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("bye"), "k");
            turn.Owe(new Effect.Audit(new AuditEntry { Key = "k", Tenant = "t", At = turn.Now, Actor = "a", Action = "x" }));
            turn.Forget();
            return Task.CompletedTask;
        };
        await SayAsync("go away", "remove");
        bot.Turn = static (_, _) => throw new InvalidOperationException("ran");
        await SayAsync("hello", "same");
        await SayAsync("go away", "remove");

        Assert.Equal(["heard hello"], channel.Texts);
        Assert.Single(Rows(), static row => row.StartsWith("audit|k", StringComparison.Ordinal));
        var document = await host.ConversationAsync();
        Assert.Null(document.Record.Reference);
        Assert.True(document.Unreachable);
        Assert.Empty(document.Messages);
    }

    private IReadOnlyList<string> Rows() => StoredRows.All(folder.Path);

    private async Task SayAsync(string text, string? id = "")
    {
        await host.AcceptAsync(Says.Message(channel, text, id));
        await host.IdleAsync();
    }

    internal sealed record Numbers(int Small, long Large, double Fraction, decimal Exact, byte Byte, ulong Unsigned, int? Absent);

    /// <summary>Somebody else's store; its owner closes it.</summary>
    private sealed class BorrowedStore(IStore store) : IStore
    {
        public Task<StoredDocument?> ReadAsync(string type, string id, CancellationToken cancellationToken) => store.ReadAsync(type, id, cancellationToken);

        public Task<long?> WriteAsync(DocumentWrite write, CancellationToken cancellationToken) => store.WriteAsync(write, cancellationToken);

        public Task<bool> DeleteAsync(string type, string id, long version, CancellationToken cancellationToken) => store.DeleteAsync(type, id, version, cancellationToken);

        public Task<IReadOnlyList<StoredReminder>> RemindersAsync(string grain, CancellationToken cancellationToken) => store.RemindersAsync(grain, cancellationToken);

        public Task<IReadOnlyList<StoredReminder>> RemindersAsync(uint begin, uint end, CancellationToken cancellationToken) => store.RemindersAsync(begin, end, cancellationToken);

        public Task<long> RemindAsync(StoredReminder reminder, CancellationToken cancellationToken) => store.RemindAsync(reminder, cancellationToken);

        public Task<bool> ForgetAsync(string grain, string name, long version, CancellationToken cancellationToken) => store.ForgetAsync(grain, name, version, cancellationToken);

        public Task ForgetAllAsync(CancellationToken cancellationToken) => store.ForgetAllAsync(cancellationToken);

        public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) => store.AppendAsync(entry, cancellationToken);

        public Task<IReadOnlyList<OperationRow>> OperationsAsync(string tenant, DateTimeOffset since, CancellationToken cancellationToken) => store.OperationsAsync(tenant, since, cancellationToken);

        public Task<Expired> ExpireAsync(DateTimeOffset auditBefore, DateTimeOffset operationsBefore, CancellationToken cancellationToken) =>
            store.ExpireAsync(auditBefore, operationsBefore, cancellationToken);

        public Task ProbeAsync(CancellationToken cancellationToken) => store.ProbeAsync(cancellationToken);
    }
}

[JsonSerializable(typeof(StateTests.Numbers))]
internal sealed partial class NumbersJson : JsonSerializerContext;
