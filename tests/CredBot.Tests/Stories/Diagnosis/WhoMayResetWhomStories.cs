using CredBot.Dialogs.AdminCheck;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«May I reset this user?», «why is the button grey?», «how do I do it?»: every verdict, and every read that may fail.</summary>
public sealed class WhoMayResetWhomStories
{
    private const string Groups = "/memberOf";
    private const string Assignments = "directory/roleAssignments";
    private const string Schedule = "roleAssignmentScheduleInstances";
    private const string Eligibility = "roleEligibilityScheduleInstances";
    private const string Licences = "/licenseDetails";
    private const string Subscriptions = "/subscribedSkus";

    [Theory]
    [Diagnosis("6. I have trouble resetting a user's password", typeof(AdminCheckVerdict))]
    [InlineData(nameof(AdminCheckVerdict.Allowed), "mina", "예. Daniel Lee 님의 암호를 재설정할 수 있습니다.", "Yes, you may reset Daniel Lee's password.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.Allowed), "ursula", "예. 박준 (Park Jun) 님의 암호를", "Yes, you may reset 박준 (Park Jun)'s password.", "jun")]
    [InlineData(nameof(AdminCheckVerdict.Self), "mina", "자신의 계정입니다.", "it is your own account.", "mina")]
    [InlineData(nameof(AdminCheckVerdict.Guest), "mina", "게스트이며 암호는 소속 조직에 있습니다.", "they are a guest, and their password lives in their home organisation.", "marie@partner.example")]
    [InlineData(nameof(AdminCheckVerdict.NoRole), "sora", "필요한 가장 낮은 역할: 암호 관리자.", "The lowest role that would do: Password Administrator.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.EligibleOnly), "quentin", "역할을 아직 활성화하지 않았습니다.", "your role is not activated yet.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.RestrictedUnit), "grace", "대상이 제한된 관리 단위에 있습니다.", "they are in a restricted management unit.", "paul")]
    [InlineData(nameof(AdminCheckVerdict.RestrictedUnit), "pavel", "그 단위에서 제외될 때까지 아무도 재설정할 수 없습니다.", "is reset by nobody until they are removed from it.", "greta")]
    [InlineData(nameof(AdminCheckVerdict.OutsideUnit), "wanda", "대상이 내 관리 단위 밖에 있습니다.", "they are outside your administrative unit.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.AdministratorInUnit), "wanda", "관리 단위에 한정된 역할로는 관리자를 재설정할 수 없습니다.", "they are an administrator, whom a role on a unit does not reach.", "mina")]
    [InlineData(nameof(AdminCheckVerdict.SubjectRole), "mina", "대상의 역할이 사용자 관리자입니다.", "they hold the role User Administrator.", "ursula")]
    [InlineData(nameof(AdminCheckVerdict.SubjectRole), "mina", "필요한 가장 낮은 역할: 권한 있는 인증 관리자.", "The lowest role that would do: Privileged Authentication Administrator.", "omar")]
    [InlineData(nameof(AdminCheckVerdict.SubjectGroup), "mina", "대상이 역할 할당 가능 그룹 Payments Admins의 구성원입니다.", "they are in the role-assignable group Payments Admins.", "hyejin")]
    [InlineData(nameof(AdminCheckVerdict.SubjectGroup), "ursula", "대상이 역할 할당 가능 그룹 Payments Admins의 소유자입니다.", "they own the role-assignable group Payments Admins.", "nadia")]
    [InlineData(nameof(AdminCheckVerdict.SyncedWithoutWriteback), "mina", "Active Directory에 기록된다는 근거가 없습니다.", "but nothing shows that it would reach Active Directory.", "walter")]
    [InlineData(nameof(AdminCheckVerdict.SyncedWithoutWriteback), "mina", "Active Directory에 기록된다는 근거가 없습니다.", "but nothing shows that it would reach Active Directory.", "jun", false)]
    [InlineData(nameof(AdminCheckVerdict.TenantUnlicensed), "wanda", "관리 단위 역할에 필요한 라이선스가 테넌트에 없습니다.", "the tenant has no licence for roles on administrative units.", "yuna", false)]
    [InlineData(nameof(AdminCheckVerdict.AppLacksConsent), "mina", "CredBot 앱에 권한 동의가 부족합니다.", "the CredBot app lacks a consent.", "daniel", true, Groups, 403)]
    [InlineData(nameof(AdminCheckVerdict.AppLacksConsent), "mina", "RoleManagement.Read.Directory", "RoleManagement.Read.Directory", "daniel", true, Assignments, 403, "principalId")]
    [InlineData(nameof(AdminCheckVerdict.CannotTell), "mina", "Daniel Lee 님에 대해서는 판단할 수 없습니다.", "It cannot be told whether you may reset Daniel Lee's password.", "daniel", true, Groups, 503)]
    public Task Each_Verdict_Is_Reached(
        string verdict, string person, string korean, string english, string subject, bool premium = true, string? unreadable = null, int status = 0, string? query = null) =>
        AskAsync(new(verdict, person, korean, english, subject, premium, unreadable, status, query), "{0} 재설정할 수 있는지 확인해줘", "may I reset {0}");

    [Theory]
    [Diagnosis("7. The Reset password button is greyed out", typeof(AdminCheckVerdict))]
    [InlineData(nameof(AdminCheckVerdict.Allowed), "mina", "Daniel Lee 님의 재설정 버튼은 회색일 이유가 없습니다.", "By the rules Daniel Lee's reset button is not grey for you.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.Guest), "mina", "재설정 버튼이 회색인 이유: 게스트이며", "The reset button is grey for Marie Dubois because they are a guest", "marie@partner.example")]
    [InlineData(nameof(AdminCheckVerdict.NoRole), "sora", "재설정 버튼이 회색인 이유: 암호를 재설정하는 역할이 없습니다.", "because you hold no role that resets passwords.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.EligibleOnly), "quentin", "재설정 버튼이 회색인 이유: 역할을 아직 활성화하지 않았습니다.", "because your role is not activated yet.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.RestrictedUnit), "grace", "재설정 버튼이 회색인 이유: 대상이 제한된 관리 단위에 있습니다.", "because they are in a restricted management unit.", "paul")]
    [InlineData(nameof(AdminCheckVerdict.SubjectRole), "mina", "재설정 버튼이 회색인 이유: 대상의 역할이 사용자 관리자입니다.", "because they hold the role User Administrator.", "ursula")]
    [InlineData(nameof(AdminCheckVerdict.SubjectGroup), "mina", "재설정 버튼이 회색인 이유: 대상이 역할 할당 가능 그룹", "because they are in the role-assignable group Payments Admins.", "hyejin")]
    [InlineData(nameof(AdminCheckVerdict.Allowed), "ursula", "쓰기 저장이 꺼져 있으면 회색이 됩니다.", "unless password writeback is switched off.", "jun")]
    [InlineData(nameof(AdminCheckVerdict.SyncedWithoutWriteback), "mina", "동기화된 계정인데 쓰기 저장이 확인되지 않습니다.", "because the account is synced and nothing shows that writeback works.", "walter")]
    public Task The_Same_Worded_As_A_Cause(string verdict, string person, string korean, string english, string subject) =>
        AskAsync(new(verdict, person, korean, english, subject), "{0} 왜 재설정이 안 돼요", "why is the reset button grey for {0}");

    [Theory]
    [Diagnosis("10. How do I reset a user's password?", typeof(AdminCheckVerdict))]
    [InlineData(nameof(AdminCheckVerdict.Allowed), "mina", "Daniel Lee 님의 암호는 여기서 바로 재설정할 수 있습니다.", "You can reset Daniel Lee's password right here.", "daniel")]
    [InlineData(nameof(AdminCheckVerdict.SubjectRole), "mina", "대상의 역할이 사용자 관리자입니다.", "they hold the role User Administrator.", "ursula")]
    public Task Who_Names_Somebody_Hears_Whether_The_Steps_Are_Theirs(string verdict, string person, string korean, string english, string subject) =>
        AskAsync(new(verdict, person, korean, english, subject), "{0} 암호는 어떻게 재설정하나요?", "how do I reset {0}'s password?");

    [Theory]
    [InlineData("mina", "daniel", Schedule)]
    [InlineData("mina", "ursula", Eligibility)]
    [InlineData("mina", "daniel", Groups)]
    [InlineData("mina", "daniel", "/ownedObjects")]
    [InlineData("mina", "daniel", Assignments, "principalId")]
    [InlineData("mina", "jun", Licences)]
    [InlineData("wanda", "yuna", Subscriptions)]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string person, string subject, string path, string? query = null)
    {
        await using var world = await DemoWorld.StartAsync();
        var asker = world.Person(person);

        // The assignments have no schedule in their address, but the schedule's address begins like theirs.
        await asker.AskInEveryWayAsync(
            world, $"may I reset {subject}@hanbit.example", path,
            status =>
            {
                Assert.Contains($"{subject}@hanbit.example", asker.Last, StringComparison.Ordinal);

                // Where no schedule is kept, the assignments say the same.
                var elsewhere = path is Schedule && status is (403 or 404);
                Assert.Equal(!elsewhere, asker.Last.Contains("What could not be seen", StringComparison.Ordinal));
            },
            query);
    }

    [Fact]
    public async Task A_Unit_That_Does_Not_Show_May_Protect_Who_Holds_A_Role_On_It()
    {
        await using var world = await DemoWorld.StartAsync();
        var gilbert = world.Person("gilbert");

        await gilbert.AskInEveryWayAsync(world, "may I reset wanda@hanbit.example", "/administrativeUnits/", status =>
        {
            Assert.Contains("It cannot be told whether you may reset Wanda Brandt's password.", gilbert.Last, StringComparison.Ordinal);
            // Where no answer comes, another read may share the time that was lost.
            Assert.Contains(status is 0 ? "What decides could not be read" : "What decides could not be read: their roles", gilbert.Last, StringComparison.Ordinal);
            Assert.Contains("the unit that one of their roles is confined to", gilbert.Last, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("I have trouble resetting a user's password", "What must be in order", "No, you may not reset Ursula Meier's password")]
    [InlineData("the reset password button is greyed out", "It is one of these", "The reset button is grey for Ursula Meier because")]
    [InlineData("비밀번호 재설정 버튼이 회색이에요", "이유는 다음 중 하나입니다", "The reset button is grey for Ursula Meier because")]
    public async Task Who_Names_Nobody_Hears_The_General_Answer_And_Is_Asked_For_Whom(string question, string general, string verdict)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.SaysAsync(question);
        Assert.Contains(general, mina.All, StringComparison.Ordinal);

        mina.Locale = "en-US";
        await mina.SaysAsync("ursula@hanbit.example");
        Assert.True(mina.Last.Contains(verdict, StringComparison.Ordinal) || mina.Last.Contains("회색인 이유", StringComparison.Ordinal), mina.Last);
    }

    [Fact]
    public async Task How_To_Reset_Somebody_Unnamed_Is_Answered_In_General()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.SaysAsync("how do I reset a user's password?");

        Assert.Contains("In the Entra admin center", mina.Last, StringComparison.Ordinal);
        Assert.Empty(world.Reads.All);
    }

    [Theory]
    [InlineData("how do I reset daniel@hanbit.example's password?", "In the Entra admin center")]
    [InlineData("the reset password button is greyed out", "It is one of these")]
    [InlineData("I have trouble resetting a user's password", "What must be in order")]
    public async Task A_Group_Hears_The_General_Answer_And_Nothing_Of_Anybody(string question, string general)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.ConversationType = "groupChat";

        await mina.SaysAsync(question);

        Assert.Contains(general, mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("daniel", mina.All, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(world.Reads.All);
    }

    [Fact]
    public async Task A_Role_That_Waits_Is_Activated_Where_The_Button_Leads()
    {
        await using var world = await DemoWorld.StartAsync();
        var quentin = world.Person("quentin");

        await quentin.SaysAsync("may I reset daniel@hanbit.example");

        Assert.Contains("ActivationMenuBlade/~/aadmigratedroles", quentin.Seen[^1].GetRawText(), StringComparison.Ordinal);
        Assert.False(quentin.Sees("reset"));
    }

    [Fact]
    public async Task That_Graph_Refuses_What_The_Rules_Allowed_Is_Said_And_Recorded()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await world.FaultAsync(new { path = "/resetPassword", method = "POST", kind = "status", status = 403 });

        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await mina.ConfirmsResetAsync(world);

        Assert.Contains("The rules predicted yes, Graph said no", mina.Last, StringComparison.Ordinal);
        Assert.Contains(StoredRows.All(world.Store), static row =>
            row.StartsWith("audit|", StringComparison.Ordinal) && row.Contains("reset.failed", StringComparison.Ordinal) && row.Contains("graph.Forbidden.rulesAllowed", StringComparison.Ordinal));
        Assert.DoesNotContain(StoredRows.All(world.Store), static row => row.StartsWith("audit|", StringComparison.Ordinal) && row.Contains("reset.succeeded", StringComparison.Ordinal));
    }

    private static async Task AskAsync(Row row, string inKorean, string inEnglish)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { premium = row.Premium });
        if (row.Unreadable is { } path)
        {
            await world.FaultAsync(new { path, query = row.Query, kind = "status", status = row.Status, retryAfter = 60 });
        }

        var address = row.Subject.Contains('@', StringComparison.Ordinal) ? row.Subject : $"{row.Subject}@hanbit.example";
        await world.Person(row.Person).HearsAsync(
            world, row.Verdict, (inKorean.Replace("{0}", address, StringComparison.Ordinal), row.Korean),
            (inEnglish.Replace("{0}", address, StringComparison.Ordinal), row.English));
        Assert.Empty(await world.LedgerAsync());
    }

    private sealed record Row(
        string Verdict, string Person, string Korean, string English, string Subject, bool Premium = true, string? Unreadable = null, int Status = 0, string? Query = null);

    [Theory]
    [InlineData("may I reset Daniel Lee's password")]
    [InlineData("may I reset jun@hanbit.example")]
    public async Task Where_The_Tenant_Keeps_No_Schedules_Every_Fact_Still_Fits_Into_The_Turn(string question)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.FaultAsync(new { path = "ScheduleInstances", kind = "status", status = 403 });
        var ursula = world.Person("ursula");
        await ursula.SaysAsync("may I reset sora@hanbit.example");
        world.Reads.Forget();

        await ursula.SaysAsync(question);
        if (ursula.Sees("answer") && ursula.Last.Contains("Which one?", StringComparison.Ordinal))
        {
            world.Reads.Forget();
            await ursula.SaysAsync("1");
        }

        Assert.Contains("Yes, you may reset", ursula.Last, StringComparison.Ordinal);
        Assert.InRange(world.Reads.All.Count, 1, 8);
    }
}
