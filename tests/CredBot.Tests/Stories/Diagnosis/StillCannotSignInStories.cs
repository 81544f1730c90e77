using CredBot.Dialogs.StillCannotSignIn;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«I reset the password and they still cannot sign in»: every verdict, and every read that may fail.</summary>
public sealed class StillCannotSignInStories
{
    [Theory]
    [Diagnosis("11. Reset in the Microsoft 365 admin centre, and the user still cannot sign in", typeof(StillCannotSignInVerdict))]
    [InlineData(nameof(StillCannotSignInVerdict.Guest), "grace", "님의 암호는 소속 조직에 있습니다", "password lives in their home organisation", "marie_partner.example#EXT#")]
    [InlineData(nameof(StillCannotSignInVerdict.Disabled), "mina", "계정이 사용 중지되어 있습니다", "account is disabled", "tom")]
    [InlineData(nameof(StillCannotSignInVerdict.Federated), "mina", "다른 로그인 시스템에서 확인합니다", "Another sign-in system checks", "fiona@hanbit-logistics.example")]
    [InlineData(nameof(StillCannotSignInVerdict.Risky), "grace", "위험한 사용자로 표시되어", "is marked as a risky user", "vera")]
    [InlineData(nameof(StillCannotSignInVerdict.MaliciousAddress), "grace", "접속한 IP 주소 때문에 거부됩니다", "refused because of the address", "kira")]
    [InlineData(nameof(StillCannotSignInVerdict.Locked), "olivia", "계정이 잠겨 있습니다", "account is locked", "nils")]
    [InlineData(nameof(StillCannotSignInVerdict.OnPremisesExpired), "grace", "Active Directory 암호가 만료되었습니다", "password in Active Directory has expired", "irene")]
    [InlineData(nameof(StillCannotSignInVerdict.NotThePassword), "grace", "다단계 인증이나 조건부 액세스가 막고", "Not the password", "dario")]
    [InlineData(nameof(StillCannotSignInVerdict.CloudOnlyReset), "grace", "클라우드에서만 재설정되어", "was reset in the cloud only", "sven")]
    [InlineData(nameof(StillCannotSignInVerdict.MustChange), "mina", "암호를 새로 정해야 합니다", "must choose a new password at the next sign-in", "pia")]
    [InlineData(nameof(StillCannotSignInVerdict.JustChanged), "mina", "방금 변경되었습니다", "changed only minutes ago", "lucas")]
    [InlineData(nameof(StillCannotSignInVerdict.Works), "grace", "새 암호로 로그인했습니다", "has signed in since the password changed", "rita")]
    [InlineData(nameof(StillCannotSignInVerdict.OtherError), "grace", "AADSTS50126(으)로 실패합니다", "The name or the password is wrong", "felix")]
    [InlineData(nameof(StillCannotSignInVerdict.OtherError), "grace", "추측하지 않겠습니다", "fails with AADSTS90033", "gwen")]
    [InlineData(nameof(StillCannotSignInVerdict.NoAttempt), "grace", "로그인 시도가 기록에 없습니다", "No attempt of", "daniel")]
    [InlineData(nameof(StillCannotSignInVerdict.CannotTell), "mina", "왜 로그인하지 못하는지 확인할 수 없습니다", "It cannot be told why", "daniel")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string subject)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.Person(person).HearsAsync(world, verdict, (Korean(subject), korean), (English(subject), english), mostReports: 2);
    }

    [Theory]
    [InlineData("/auditLogs/signIns")]
    [InlineData("/auditLogs/directoryAudits")]
    [InlineData("/riskyUsers/")]
    [InlineData("/domains/")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");

        await grace.AskInEveryWayAsync(world, English("felix"), path, status =>
        {
            // Who is not on the list of risky users was never at risk.
            if (path is not "/riskyUsers/" || status is not 404)
            {
                Assert.Contains("What could not be seen", grace.Last, StringComparison.Ordinal);
                Assert.Contains(Named(path), grace.Last, StringComparison.Ordinal);
            }

            Assert.Contains("felix@hanbit.example", grace.Last, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_Reset_That_Is_Written_Back_Can_Start_From_The_Card()
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");
        await grace.SaysAsync(English("sven"));
        Assert.Contains("Ursula", grace.Last, StringComparison.Ordinal);

        await grace.ClicksAsync("reset");

        Assert.Contains("Why is Sven Falk's password to be reset?", grace.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_May_Not_Read_The_Log_Of_A_Synced_Person_Hears_What_It_Would_Be_And_Can_Mend_It()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync(English("sven"));
        Assert.Contains("If it was reset in the Microsoft 365 admin center", mina.Last, StringComparison.Ordinal);

        await mina.ClicksAsync("reset");

        Assert.Contains("Why is Sven Falk's password to be reset?", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_A_Name_It_Asks_Whom()
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");
        await grace.SaysAsync("user can't log in even after the reset");

        await grace.SaysAsync("tom@hanbit.example");

        Assert.Contains("account is disabled", grace.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Helpdesk_Without_A_Reading_Role_Hears_Who_May_See()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.SaysAsync(English("felix"));

        Assert.Contains("a Reports Reader, Security Reader or Global Reader", mina.Last, StringComparison.Ordinal);
        Assert.Contains("a Security Reader or Global Reader", mina.Last, StringComparison.Ordinal);
    }

    private static string Address(string subject) => subject.Contains('@', StringComparison.Ordinal) ? subject : $"{subject}@hanbit.example";

    private static string English(string subject) => $"I reset the password of {Address(subject)} and the user still cannot sign in";

    private static string Korean(string subject) => $"{Address(subject)} 비밀번호를 재설정했는데도 로그인을 못 해요";

    private static string Named(string path) => path switch
    {
        "/auditLogs/signIns" => "The sign-in log",
        "/auditLogs/directoryAudits" => "The audit log",
        "/domains/" => "The domain of the account",
        _ => "The risk that Identity Protection sees",
    };
}
