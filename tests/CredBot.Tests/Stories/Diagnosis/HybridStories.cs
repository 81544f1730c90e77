using CredBot.Dialogs.Hybrid;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«The On-premises integration blade is not shown», «is writeback on?»: every verdict, and every read that may fail.</summary>
public sealed class HybridStories
{
    private const string Korean = "온프레미스 통합 메뉴가 안 보여요";
    private const string English = "where is the on-premises integration blade";

    [Theory]
    [Diagnosis("9. The On-premises integration blade is not shown", typeof(HybridVerdict))]
    [InlineData(nameof(HybridVerdict.CloudOnly), "grace", "클라우드 전용 테넌트이므로", "The tenant is cloud-only", "Never")]
    [InlineData(nameof(HybridVerdict.Stale), "grace", "동기화가 26시간 동안 실행되지 않았습니다", "The sync has not run for 26 hours", "Stale")]
    [InlineData(nameof(HybridVerdict.NoLicence), "grace", "쓰기 저장에 필요한 라이선스가 없습니다", "has no licence for password writeback", "Running", false)]
    [InlineData(nameof(HybridVerdict.WritebackDisabled), "grace", "암호 쓰기 저장이 꺼졌습니다", "Password writeback was switched off", "Running", true, "Off")]
    [InlineData(nameof(HybridVerdict.WritebackEnabled), "grace", "암호 쓰기 저장이 켜져 있습니다", "Password writeback is switched on")]
    [InlineData(nameof(HybridVerdict.WritebackEnabled), "olivia", "암호 쓰기 저장이 켜져 있습니다", "Switched on by Grace")]
    [InlineData(nameof(HybridVerdict.NoEvent), "grace", "상태를 알려 주는 기록이 없습니다", "No record tells whether password writeback is on", "Running", true, "Unknown")]
    [InlineData(nameof(HybridVerdict.CannotTell), "sora", "암호 쓰기 저장의 상태를 확인할 수 없습니다", "It cannot be told whether password writeback is on")]
    public async Task Each_Verdict_Is_Reached(
        string verdict, string person, string korean, string english, string sync = "Running", bool premium = true, string writeback = "On")
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { sync, premium, writeback });
        await world.Person(person).HearsAsync(world, verdict, (Korean, korean), (English, english), mostReports: 2);
    }

    [Theory]
    [InlineData("/organization")]
    [InlineData("/subscribedSkus")]
    [InlineData("/auditLogs/directoryAudits")]
    [InlineData("/directory/onPremisesSynchronization")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");

        await grace.AskInEveryWayAsync(world, English, path, _ =>
        {
            Assert.Contains("What could not be seen", grace.Last, StringComparison.Ordinal);
            Assert.Contains(Named(path), grace.Last, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("is password writeback on", "Password writeback is switched on", "by Grace")]
    [InlineData("쓰기 저장이 켜져 있나요", "암호 쓰기 저장이 켜져 있습니다", "Grace")]
    public async Task The_Check_That_Is_Asked_For_Outright_Names_Who_Switched_It(string question, string headline, string who)
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.SaysAsync(question);

        Assert.Contains(headline, olivia.Last, StringComparison.Ordinal);
        Assert.Contains(who, olivia.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_May_Not_Read_Hears_Who_May()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.SaysAsync(English);

        Assert.Contains("a Reports Reader, Security Reader or Global Reader", sora.Last, StringComparison.Ordinal);
        Assert.Contains("a Global Administrator", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Group_Gets_The_General_Answer()
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");
        grace.ConversationType = "groupChat";

        await grace.SaysAsync(English);

        Assert.Contains("If your tenant is cloud-only, nothing is wrong", grace.Last, StringComparison.Ordinal);
        Assert.Empty(world.Reads.All);
    }

    private static string Named(string path) => path switch
    {
        "/organization" => "The tenant",
        "/subscribedSkus" => "The tenant's licences",
        "/auditLogs/directoryAudits" => "The audit log of the writeback switch",
        _ => "The settings of the sync",
    };
}
