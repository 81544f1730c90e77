using CredBot.Dialogs.MyRights;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«What may I do?»: every verdict, and every read that may fail.</summary>
public sealed class MyRightsStories
{
    private const string Korean = "내 권한";
    private const string English = "what am I allowed to do";
    private const string Active = "roleAssignmentScheduleInstances";
    private const string Eligible = "roleEligibilityScheduleInstances";

    [Theory]
    [Diagnosis("What may I do?", typeof(MyRightsVerdict))]
    [InlineData(nameof(MyRightsVerdict.HasActive), "mina", "지금 활성화된 역할이 있습니다", "You hold active roles")]
    [InlineData(nameof(MyRightsVerdict.HasActive), "wanda", "활성, 관리 단위 Seoul office · 재설정·잠금 해제: 역할이 없는 사람", "active, unit Seoul office · reset and unlock: people without a role")]
    [InlineData(nameof(MyRightsVerdict.HasActive), "aiko", "인증 방법 보기: 예 · 임시 액세스 패스: 역할이 없는 사람", "see methods: yes · Temporary Access Pass: people without a role")]
    [InlineData(nameof(MyRightsVerdict.HasActive), "olivia", "이 역할로는 다른 사람의 암호를 재설정할 수 없습니다.", "None of them resets other people's passwords.")]
    [InlineData(nameof(MyRightsVerdict.HasActive), "gilbert", "{{DATE(2026-11-24T09:30:00Z, SHORT)}} {{TIME(2026-11-24T09:30:00Z)}}까지", "until {{DATE(2026-11-24T09:30:00Z, SHORT)}}")]
    [InlineData(nameof(MyRightsVerdict.OnlyEligible), "quentin", "활성화할 수 있는 역할이 있습니다", "No role of yours is active, but you could activate one")]
    [InlineData(nameof(MyRightsVerdict.None), "sora", "디렉터리 역할이 없습니다", "You hold no directory role")]
    [InlineData(nameof(MyRightsVerdict.CannotTell), "sora", "내 역할을 확인하지 못했습니다", "It could not be told which roles you hold", Eligible)]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        await world.Person(person).HearsAsync(world, verdict, (Korean, korean), (English, english));
    }

    [Fact]
    public async Task An_Activation_That_Is_Over_Is_No_Role()
    {
        await using var world = await DemoWorld.StartAsync();
        var gilbert = world.Person("gilbert");
        world.Time.Advance(TimeSpan.FromMinutes(31));

        await gilbert.SaysAsync(English);

        Assert.Contains("You hold no directory role", gilbert.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_The_Answer_A_Person_Can_Be_Checked()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync(English);

        await mina.ClicksAsync("ask", "check-permissions");
        Assert.Contains("Whom shall I check?", mina.Last, StringComparison.Ordinal);
        await mina.SaysAsync("daniel@hanbit.example");

        Assert.Contains("Yes, you may reset Daniel Lee's password.", mina.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Active)]
    [InlineData(Eligible)]
    [InlineData("/administrativeUnits/")]
    [InlineData($"{Active}|/memberOf")]
    [InlineData("directory/roleAssignments")] // Begins the schedule's address too.
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var wanda = world.Person("wanda");

        await wanda.AskInEveryWayAsync(world, English, path, status =>
        {
            Assert.Contains("wanda@hanbit.example", wanda.Last, StringComparison.Ordinal);

            // Where no schedule is kept, the assignments say the same; a unit without a name keeps its id.
            Assert.Equal(path is not Active || status is not (403 or 404), wanda.Last.Contains("What could not be seen", StringComparison.Ordinal));
        });
    }
}
