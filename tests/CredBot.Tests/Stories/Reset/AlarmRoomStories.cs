using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Alarms in a channel that an operator chose.</summary>
public sealed class AlarmRoomStories
{
    private static readonly string Operator = $"--Reset:Operators:0={DemoWorld.IdOf("grace")}";

    [Theory]
    [InlineData("channel", "en-US", "send alarms here", "Alarms are posted here", "Alarm: somebody says")]
    [InlineData("groupChat", "ko-KR", "경보를 여기로 보내줘", "경보를 여기에 올립니다", "경보: 본인이 요청하지 않았다고")]
    [Security(35)]
    public async Task They_Come_Where_An_Operator_Said_Until_They_Say_Otherwise(string place, string locale, string words, string answer, string alarm)
    {
        await using var world = await DemoWorld.StartAsync(Operator);
        var room = new Person(world, "grace") { ConversationType = place, Locale = locale };
        await room.SaysAsync(words);
        Assert.Contains(answer, room.All, StringComparison.Ordinal);

        await ObjectAsync(world);
        await room.ReadAsync();
        Assert.Contains(alarm, room.All, StringComparison.Ordinal);
        await room.ClicksAsync("liftFreeze");

        var before = room.Seen.Count;
        await room.SaysAsync(locale is "ko-KR" ? "경보 그만" : "stop alarms");
        await ObjectAsync(world);
        await room.ReadAsync();
        Assert.Equal(before + 1, room.Seen.Count);
    }

    [Theory]
    [InlineData("mina", "channel")]
    [InlineData("grace", "personal")]
    public async Task Nobody_Else_Says_Where_And_A_Private_Chat_Is_No_Room(string person, string place)
    {
        await using var world = await DemoWorld.StartAsync(Operator);
        var somebody = new Person(world, person) { ConversationType = place };
        await somebody.SaysAsync("send alarms here");

        Assert.Contains("Only an operator of CredBot can say so", somebody.All, StringComparison.Ordinal);
    }

    private static async Task ObjectAsync(DemoWorld world)
    {
        var mina = world.Person("mina");
        mina.HasTheRealCaller = false;
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await mina.ClicksAsync("answer", "yes");
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        await daniel.ClicksAsync("verifyDeny");
        await world.PassAsync(TimeSpan.FromSeconds(3));
    }
}
