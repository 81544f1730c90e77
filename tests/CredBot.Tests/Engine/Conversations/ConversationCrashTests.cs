using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Engine.Conversations;
using CredBot.Engine.Operations;

namespace CredBot.Tests.Engine.Conversations;

/// <summary>What a power cut leaves of messages and answers.</summary>
public sealed class ConversationCrashTests : CrashTest
{
    [Fact]
    public async Task A_Message_Acknowledged_Before_The_Crash_Is_Answered_After_It()
    {
        var first = await HostAsync(folder, new ScriptedBot { Turn = (_, _) => gate.Task });
        await first.AcceptAsync(Says.Message(channel, "one", "a1"));
        await first.AcceptAsync(Says.Message(channel, "two", "a2"));

        await CrashAsync();

        Assert.Equal(["heard one", "heard two"], channel.Texts);
    }

    [Fact]
    public async Task A_Message_Redelivered_After_The_Crash_Is_Answered_Once()
    {
        var first = await HostAsync(folder, new ScriptedBot { Turn = (_, _) => gate.Task });
        await first.AcceptAsync(Says.Message(channel, "one", "a1"));

        var second = await CrashAsync();
        await second.AcceptAsync(Says.Message(channel, "one", "a1"));
        await second.IdleAsync();

        Assert.Equal(["heard one"], channel.Texts);
    }

    [Fact]
    public async Task A_Replayed_Turn_Has_The_Name_It_Had()
    {
        var names = new List<string>();
        var first = await HostAsync(folder, new ScriptedBot { Turn = Listen });
        await first.AcceptAsync(Says.Message(channel, "one", id: null));
        await reached.Task;

        await CrashAsync(new ScriptedBot { Turn = Listen });

        Assert.Equal(2, names.Count);
        Assert.Equal(names[0], names[1]);

        Task Listen(TurnContext turn, CancellationToken token)
        {
            names.Add(turn.TurnId);
            return reached.TrySetResult() ? gate.Task : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_Reply_On_Its_Way_During_The_Crash_Comes_Again_And_Never_Not_At_All()
    {
        channel.Hold = _ => reached.TrySetResult() ? gate.Task : Task.CompletedTask;
        var first = await HostAsync(folder);
        await first.AcceptAsync(Says.Message(channel, "one"));
        await reached.Task;

        await CrashAsync();

        Assert.Equal(["heard one"], channel.Texts);
        Assert.Equal(2, channel.Seen.Count);
    }

    [Fact]
    public async Task An_Invoke_Answered_Before_The_Crash_Is_Answered_From_The_Record_After_It()
    {
        var first = await HostAsync(folder, new ScriptedBot { Turn = Answer });
        await first.InvokeAsync(Says.Invoke(channel, "click", "same"));

        var second = await CrashAsync(new ScriptedBot { Turn = static (_, _) => throw new InvalidOperationException("ran again") });

        Assert.Equal(201, (await second.InvokeAsync(Says.Invoke(channel, "click", "same")))!.Status);

        static Task Answer(TurnContext turn, CancellationToken token)
        {
            turn.InvokeResponse = new InvokeResponse(201);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_Message_That_Waits_For_Its_Time_Outlives_The_Crash()
    {
        channel.Refuse = static _ => new ChannelRefusal(503, 60);
        var first = await HostAsync(folder);
        await first.AcceptAsync(Says.Message(channel, "one"));
        await first.IdleAsync();
        channel.Refuse = static _ => null;

        var second = await CrashAsync(at: Start.AddSeconds(59));
        Assert.Empty(channel.Taken);

        await second.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["heard one"], channel.Texts);
    }

    [Fact]
    public async Task A_Message_Told_To_The_Conversation_But_Not_Ticked_Off_Is_Not_Sent_Twice()
    {
        var told = OwedEffect.From(new Effect.Send("k", ScriptedBot.Text("told")), 1, Start);
        await WriteAsync(Conversation.Type, Says.Key(), (Owing() with { Heard = [new HeardOperation("op", 1)] }));
        await WriteAsync(Operation.Type, "op", Waiting() with { Owed = [told, told with { Number = 2, Activity = ScriptedBot.Text("new") }], NextOwed = 3 });

        await (await HostAsync(folder)).IdleAsync();

        Assert.Equal(["new"], channel.Texts);
    }
}
