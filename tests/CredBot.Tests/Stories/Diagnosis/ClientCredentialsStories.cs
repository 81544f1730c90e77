using CredBot.Dialogs.ClientCredentials;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«Why does my application get no token?»: every verdict, and every read that may fail.</summary>
public sealed class ClientCredentialsStories
{
    public static TheoryData<string> Reads => FailingRead.Of("/v1.0/applications$", "/servicePrincipals", "/appRoleAssignments", "/federatedIdentityCredentials", "/owners");

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
        var asker = world.Person(person);
        asker.Locale = "ko-KR";
        await asker.SaysAsync($"{named} 앱의 클라이언트 자격 증명 흐름이 왜 실패하나요");
        Assert.True(asker.Last.Contains(korean, StringComparison.Ordinal), $"{verdict}: {asker.Last}");

        world.Reads.Forget();
        await asker.SaysAsync($"client credentials flow fails for the app {named}");
        Assert.True(asker.Last.Contains(english, StringComparison.Ordinal), $"{verdict}: {asker.Last}");
        Assert.InRange(world.Reads.All.Count, 1, 8);
        Assert.Equal(0, world.Reads.Reports);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.InEveryWayAsync(world, "client credentials flow fails for the app Payroll Export", path, status =>
        {
            // That there is no service principal is what 404 says of it.
            Assert.Contains(path.Contains("servicePrincipals", StringComparison.Ordinal) && status is 404 ? "no service principal" : "What could not be seen", olivia.Last, StringComparison.Ordinal);
            Assert.Contains("Payroll Export", olivia.Last, StringComparison.Ordinal);
        });
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

    [Fact]
    public async Task Ones_Own_Applications_Cannot_Be_Read_And_The_Asker_Hears_It_And_May_Name_One()
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.InEveryWayAsync(world, "how does the client credentials flow work?", "/me/ownedObjects", status =>
        {
            Assert.Contains("Your own applications could not be read", olivia.All, StringComparison.Ordinal);
            Assert.Contains(status is 0 ? "did not answer" : $"({status}", olivia.All, StringComparison.Ordinal);
            Assert.Contains("login.microsoftonline.com", olivia.Last, StringComparison.Ordinal);
        });
    }
}
