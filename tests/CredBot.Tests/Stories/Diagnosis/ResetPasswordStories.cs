using CredBot.Dialogs.ResetPassword;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«How do I reset my password?»: every verdict, and every read that may fail.</summary>
public sealed class ResetPasswordStories
{
    private const string Korean = "비밀번호 재설정 어떻게 해요?";
    private const string English = "how do I reset my password?";

    [Theory]
    [Diagnosis("3. How do users reset their password?", typeof(ResetPasswordVerdict))]
    [InlineData(nameof(ResetPasswordVerdict.Ready), "sora", "직접 암호를 재설정할 수 있습니다", "You can reset your password yourself")]
    [InlineData(nameof(ResetPasswordVerdict.Ready), "mina", "두 가지 방법으로 본인 확인", "two methods are asked for")]
    [InlineData(nameof(ResetPasswordVerdict.ReadySynced), "jun", "회사 AD와 동기화됨", "synced with Active Directory")]
    [InlineData(nameof(ResetPasswordVerdict.NotRegistered), "yuna", "먼저 확인 방법을 등록해야 합니다", "Register a method first")]
    [InlineData(nameof(ResetPasswordVerdict.NotEnabled), "noah", "셀프 서비스 암호 재설정을 사용할 수 없습니다", "Self-service reset is not enabled for your account")]
    [InlineData(nameof(ResetPasswordVerdict.AdminsClosed), "mina", "관리자의 셀프 서비스 암호 재설정이 꺼져 있습니다", "Administrators' own resets are switched off", false)]
    [InlineData(nameof(ResetPasswordVerdict.Unlicensed), "bora", "셀프 서비스 재설정에 필요한 라이선스가 없습니다", "You have no licence that self-service reset takes")]
    [InlineData(nameof(ResetPasswordVerdict.NoWriteback), "walter", "회사 AD에 기록할 라이선스가 없습니다", "You have no licence to write a reset back")]
    [InlineData(nameof(ResetPasswordVerdict.Federated), "fiona", "다른 로그인 시스템에서 관리합니다", "Another sign-in system keeps your password")]
    [InlineData(nameof(ResetPasswordVerdict.Guest), "marie", "암호는 소속 조직에서 관리합니다", "Your password lives in your home organisation")]
    [InlineData(nameof(ResetPasswordVerdict.Disabled), "sora", "계정이 사용 중지되어 있습니다", "Your account is disabled")]
    [InlineData(nameof(ResetPasswordVerdict.CannotTell), "sora", "확인하지 못했습니다", "It could not be told which way fits", true, "/me/authentication/methods")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, bool adminSspr = true, string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { adminSspr });
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        var asker = world.Person(person);
        asker.Locale = "ko-KR";
        if (verdict is nameof(ResetPasswordVerdict.Disabled))
        {
            // Nobody signs in with a blocked account; who was signed in before stays so for a while.
            await asker.SaysAsync(Korean);
            world.BlockSignIn(person);
        }

        await asker.HearsAsync(world, verdict, (Korean, korean), (English, english), mostReports: 2);
    }

    [Theory]
    [InlineData("noah", "/me/authentication/methods")]
    [InlineData("noah", "userRegistrationDetails")]
    [InlineData("noah", "/domains/")]
    [InlineData("noah", "/me/licenseDetails")]
    [InlineData("noah", "roleAssignmentScheduleInstances")]
    [InlineData("mina", "/policies/authorizationPolicy")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string person, string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var asker = world.Person(person);

        await asker.AskInEveryWayAsync(world, English, path, status =>
        {
            // The report is open to few: that it is closed to somebody is no failure, and who is not in it is not «not registered».
            // Where no schedule is kept, the assignments say the same.
            if (path is not ("userRegistrationDetails" or "roleAssignmentScheduleInstances") || status is not (403 or 404))
            {
                Assert.Contains("What could not be seen", asker.Last, StringComparison.Ordinal);
                Assert.Contains(Named(path), asker.Last, StringComparison.Ordinal);
            }

            Assert.Contains($"{person}@hanbit.example", asker.Last, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Who_Cannot_Be_Looked_Up_Hears_Why_And_Gets_The_General_Answer()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.AskInEveryWayAsync(world, English, "/v1.0/me$", status =>
        {
            Assert.Contains(FailingRead.Sentence(status), sora.All, StringComparison.Ordinal);
            Assert.Contains("aka.ms/ssprsetup", sora.Last, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task In_A_Tenant_Without_Premium_The_Missing_Report_Is_Said_In_Korean_Too()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { premium = false });
        var noah = world.Person("noah");
        noah.Locale = "ko-KR";

        await noah.SaysAsync(Korean);

        Assert.Contains("확인하지 못한 항목", noah.Last, StringComparison.Ordinal);
        Assert.Contains("P1 이상의 라이선스", noah.Last, StringComparison.Ordinal);
    }

    private static string Named(string path) => path switch
    {
        "/me/authentication/methods" => "Your registered methods",
        "userRegistrationDetails" => "The registration report",
        "/domains/" => "The domain of your account",
        "/me/licenseDetails" => "Your licences",
        "/policies/authorizationPolicy" => "The policy for administrators' own resets",
        _ => "Your roles",
    };
}
