using CredBot.Dialogs.ClientCredentials;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«Why does my application get no token?»: every verdict, and every read that may fail.</summary>
public sealed class ClientCredentialsStories
{
    [Theory]
    [Diagnosis("1. How does the OAuth 2.0 client credentials flow work, what goes wrong with it?", typeof(ClientCredentialsVerdict))]
    [InlineData(nameof(ClientCredentialsVerdict.Works), "olivia", "Payroll Export: 토큰을 받을 수 있습니다", "Payroll Export can get tokens", "Payroll Export")]
    [InlineData(nameof(ClientCredentialsVerdict.Works), "igor", "Build Agent: 토큰을 받을 수 있습니다", "Build Agent can get tokens", "Build Agent")]
    [InlineData(nameof(ClientCredentialsVerdict.Expired), "olivia", "Badge Printer: 자격 증명이 만료되었습니다", "Badge Printer: its credential has expired", "Badge Printer")]
    [InlineData(nameof(ClientCredentialsVerdict.Expiring), "jun", "Warehouse Sync: 동작하지만", "Warehouse Sync works, but its credential ends within 30 days", "Warehouse Sync")]
    [InlineData(nameof(ClientCredentialsVerdict.NoCredential), "sora", "Newsletter Mailer: 자격 증명이 없습니다", "Newsletter Mailer has no credential", "Newsletter Mailer")]
    [InlineData(nameof(ClientCredentialsVerdict.PrincipalDisabled), "sora", "Lobby Screen: 로그인이 꺼져 있습니다", "Lobby Screen is switched off for sign-in", "Lobby Screen")]
    [InlineData(nameof(ClientCredentialsVerdict.PrincipalMissing), "igor", "Orphan Job: 이 테넌트에 서비스 주체가 없습니다", "Orphan Job has no service principal", "Orphan Job")]
    [InlineData(nameof(ClientCredentialsVerdict.ConsentMissing), "jun", "Stock Alerts: 관리자 동의가 없습니다", "Stock Alerts lacks an administrator's consent", "Stock Alerts")]
    [InlineData(nameof(ClientCredentialsVerdict.NotHome), "igor", "Partner CRM: 다른 테넌트에 등록된", "Partner CRM is registered in another tenant", "PARTNER")]
    [InlineData(nameof(ClientCredentialsVerdict.NotFound), "igor", "애플리케이션을 찾을 수 없습니다", "There is no application", "Moon Lander")]
    [InlineData(nameof(ClientCredentialsVerdict.CannotTell), "olivia", "확인하지 못했습니다", "it could not be told", "Payroll Export", "/servicePrincipals")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string app, string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        var named = app is "PARTNER" ? DemoApplications.PartnerCrm : app;
        await world.Person(person).HearsAsync(world, verdict, ($"{named} 앱의 클라이언트 자격 증명 흐름이 왜 실패하나요", korean), ($"client credentials flow fails for the app {named}", english));
    }

    [Theory]
    [InlineData("/v1.0/applications$")]
    [InlineData("/servicePrincipals")]
    [InlineData("/appRoleAssignments")]
    [InlineData("/federatedIdentityCredentials")]
    [InlineData("/owners")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.AskInEveryWayAsync(world, "client credentials flow fails for the app Payroll Export", path, status =>
        {
            // That there is no service principal is what 404 says of it.
            Assert.Contains(path is "/servicePrincipals" && status is 404 ? "no service principal" : "What could not be seen", olivia.Last, StringComparison.Ordinal);
            Assert.Contains("Payroll Export", olivia.Last, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Whose_Own_Applications_Cannot_Be_Read_Hears_Why_And_Gets_The_General_Answer()
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.AskInEveryWayAsync(world, "how does the client credentials flow work?", "/me/ownedObjects", status =>
        {
            var said = olivia.Seen[^2].GetProperty("text").GetString();
            Assert.Contains("Your own applications could not be read.", said, StringComparison.Ordinal);
            Assert.Contains(FailingRead.Sentence(status), said, StringComparison.Ordinal);
            Assert.Contains("/.default", olivia.Last, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("2", "how does the client credentials flow work?", "/v1.0/applications$")]
    [InlineData($"client credentials flow fails for the app {DemoApplications.PartnerCrm}", null, "/v1.0/applications$")]
    [InlineData($"client credentials flow fails for the app {DemoApplications.PartnerCrm}", null, $"/v1.0/applications/{DemoApplications.PartnerCrm}$")]
    public async Task An_Application_Known_By_Its_Id_That_Cannot_Be_Read_Is_Said_To_Be_Unseen(string question, string? first, string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.AskInEveryWayAsync(
            world, question, path,
            status =>
            {
                // By an object id, 404 is how Graph says that there is none.
                if (!path.Contains(DemoApplications.PartnerCrm, StringComparison.Ordinal) || status is not 404)
                {
                    Assert.Contains("What could not be seen", olivia.Last, StringComparison.Ordinal);
                    Assert.Contains(FailingRead.Sentence(status), olivia.Last, StringComparison.Ordinal);
                }
            },
            first: first);
    }

    [Fact]
    public async Task Without_A_Name_Ones_Own_Applications_Are_Offered_And_The_General_Answer_Too()
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");
        await olivia.SaysAsync("how does the client credentials flow work?");
        Assert.Contains("Which of your applications do you mean?", olivia.Last, StringComparison.Ordinal);

        await olivia.SaysAsync("2");
        Assert.Contains("Badge Printer: its credential has expired", olivia.Last, StringComparison.Ordinal);

        await olivia.SaysAsync("how does the client credentials flow work?");
        await olivia.SaysAsync("None of them (the general answer)");
        Assert.Contains("/.default", olivia.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_Owns_None_Gets_The_General_Answer_At_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = "ko-KR";

        await mina.SaysAsync("클라이언트 자격 증명 흐름이 뭐예요?");

        Assert.Contains("/.default", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_Secret_Is_Ever_Shown()
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.SaysAsync("client credentials flow fails for the app Payroll Export");

        Assert.DoesNotContain("secretText", olivia.Seen[^1].GetRawText(), StringComparison.Ordinal);
        Assert.Contains("days left", olivia.Last, StringComparison.Ordinal);
    }
}
