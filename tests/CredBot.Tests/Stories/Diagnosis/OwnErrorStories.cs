using CredBot.Dialogs.OwnError;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«I get an error changing or resetting my password»: every verdict, and every read that may fail.</summary>
public sealed class OwnErrorStories
{
    private const string Korean = "비밀번호 변경 에러";
    private const string English = "I get an error when changing my password";

    [Theory]
    [Diagnosis("5. A user gets an error changing or resetting the password", typeof(OwnErrorVerdict))]
    [InlineData(nameof(OwnErrorVerdict.Elsewhere), "marie", "암호는 다른 곳에서 관리하므로", "Your password is kept elsewhere")]
    [InlineData(nameof(OwnErrorVerdict.Elsewhere), "fiona", "암호는 다른 곳에서 관리하므로", "so is the error")]
    [InlineData(nameof(OwnErrorVerdict.Locked), "nils", "잘못된 암호를 여러 번 입력해 계정이 잠겼습니다", "Too many wrong passwords have locked your account")]
    [InlineData(nameof(OwnErrorVerdict.MaliciousAddress), "kira", "접속한 IP 주소 때문에", "because of the address it comes from")]
    [InlineData(nameof(OwnErrorVerdict.Throttled), "tobias", "24시간 동안 막혔습니다", "closed to you for 24 hours")]
    [InlineData(nameof(OwnErrorVerdict.WeakPassword), "miyoung", "금지 목록에 있어 거부되었습니다", "too simple or on the banned list")]
    [InlineData(nameof(OwnErrorVerdict.OnPremisesPolicy), "hana", "Active Directory의 암호 규칙이 새 암호를 거부했습니다", "Active Directory's password rules refused your new password")]
    [InlineData(nameof(OwnErrorVerdict.WritebackUnreachable), "colin", "Active Directory에 연결하지 못해", "Active Directory could not be reached, so nothing was changed")]
    [InlineData(nameof(OwnErrorVerdict.NotRegistered), "yuna", "확인 방법이 등록되어 있지 않습니다", "No method that a reset accepts is registered for you")]
    [InlineData(nameof(OwnErrorVerdict.NotEnabled), "noah", "셀프 서비스 재설정이 허용되어 있지 않습니다", "Self-service reset is not enabled for your account")]
    [InlineData(nameof(OwnErrorVerdict.Explained), "petra", "마지막 시도가 실패했습니다: Active Directory가 쓰기 저장 계정", "Your last try failed: Active Directory did not let the writeback account set the password")]
    [InlineData(nameof(OwnErrorVerdict.NothingFound), "olivia", "지난 24시간 기록에 실패가 없습니다", "The logs hold no failure of the last 24 hours")]
    [InlineData(nameof(OwnErrorVerdict.CannotTell), "sora", "오류의 원인을 확인할 수 없습니다", "What went wrong cannot be told from here")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.Person(person).HearsAsync(world, verdict, (Korean, korean), (English, english), mostReports: 2);
    }

    [Theory]
    [InlineData("/auditLogs/signIns")]
    [InlineData("/auditLogs/directoryAudits")]
    [InlineData("/me/authentication/methods")]
    [InlineData("/domains/")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.AskInEveryWayAsync(world, English, path, _ =>
        {
            Assert.Contains("What could not be seen", olivia.Last, StringComparison.Ordinal);
            Assert.Contains(Named(path), olivia.Last, StringComparison.Ordinal);
            Assert.Contains("olivia@hanbit.example", olivia.Last, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Who_May_Not_Read_The_Logs_Hears_Who_May_And_Can_Paste_The_Code()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.SaysAsync(English);
        Assert.Contains("a Reports Reader, Security Reader or Global Reader", sora.Last, StringComparison.Ordinal);
        Assert.Contains("Paste the code", sora.Last, StringComparison.Ordinal);

        await sora.SaysAsync("SSPR_0030");
        Assert.Contains("The cloud could not reach the writeback service", sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Failure_Of_Yesterday_Is_Not_Todays()
    {
        await using var world = await DemoWorld.StartAsync();
        world.Time.Advance(TimeSpan.FromHours(25));
        var nils = world.Person("nils");

        await nils.SaysAsync(English);

        Assert.Contains("The logs hold no failure", nils.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Free_Tenant_Has_No_Sign_In_Log_And_Still_Its_Audits()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { premium = false });
        var miyoung = world.Person("miyoung");

        await miyoung.SaysAsync(English);

        Assert.Contains("on the banned list", miyoung.Last, StringComparison.Ordinal);
        Assert.Contains("Your sign-in log", miyoung.Last, StringComparison.Ordinal);
        Assert.Contains("Entra ID P1", miyoung.Last, StringComparison.Ordinal);
    }

    private static string Named(string path) => path switch
    {
        "/auditLogs/signIns" => "Your sign-in log",
        "/auditLogs/directoryAudits" => "The audit log of your account",
        "/domains/" => "The domain of your account",
        _ => "Your registered methods",
    };
}
