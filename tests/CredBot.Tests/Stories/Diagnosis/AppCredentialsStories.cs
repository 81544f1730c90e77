using CredBot.Dialogs.AppCredentials;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«How do I renew an application's secret?»: every verdict, and every read that may fail.</summary>
public sealed class AppCredentialsStories
{
    [Theory]
    [Diagnosis("2. How do I manage an application's passwords or certificates?", typeof(AppCredentialsVerdict))]
    [InlineData(nameof(AppCredentialsVerdict.MayAsOwner), "olivia", "Badge Printer: 소유자로서 자격 증명을 갱신할 수 있습니다", "Badge Printer: you may renew its credentials, as an owner", "Badge Printer")]
    [InlineData(nameof(AppCredentialsVerdict.MayByRole), "igor", "Badge Printer: 역할이 있어", "Badge Printer: you may renew its credentials, by your role", "Badge Printer")]
    [InlineData(nameof(AppCredentialsVerdict.AskOwner), "mina", "Badge Printer: 내 권한으로는 갱신할 수 없습니다", "Badge Printer: you may not renew its credentials", "Badge Printer")]
    [InlineData(nameof(AppCredentialsVerdict.SecretsForbidden), "olivia", "조직 정책이 새 암호를 막고 있습니다", "policy allows no new secrets", "Badge Printer", "SecretsForbidden")]
    [InlineData(nameof(AppCredentialsVerdict.LifetimeLimited), "olivia", "새 암호는 최대 90일입니다", "a new secret lives 90 days at most", "Badge Printer", "ShortSecrets")]
    [InlineData(nameof(AppCredentialsVerdict.NoValidCertificate), "igor", "Door Terminal: 유효한 인증서가 없어", "Door Terminal: no certificate is good any more", "Door Terminal")]
    [InlineData(nameof(AppCredentialsVerdict.NotFound), "igor", "애플리케이션을 찾을 수 없습니다", "There is no application", "Moon Lander")]
    [InlineData(nameof(AppCredentialsVerdict.CannotTell), "mina", "갱신할 수 있는지 확인하지 못했습니다", "it could not be told whether you may renew", "Badge Printer", "None", "/owners")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string app, string appPolicy = "None", string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { appPolicy });
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        await world.Person(person).HearsAsync(world, verdict, ($"{app} 앱 시크릿 교체해줘", korean), ($"rotate the client secret of app {app}", english));
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("/v1.0/applications$")]
    [InlineData("/owners")]
    [InlineData("roleAssignmentScheduleInstances")]
    [InlineData("defaultAppManagementPolicy")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.AskInEveryWayAsync(world, "rotate the client secret of app Badge Printer", path, status =>
        {
            // Without Privileged Identity Management the schedule refuses, and the roles are read from the assignments.
            if (path is not "roleAssignmentScheduleInstances" || status is 429 or 503 or 0)
            {
                Assert.Contains("What could not be seen", olivia.Last, StringComparison.Ordinal);
            }

            Assert.Contains("Badge Printer", olivia.Last, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_Command_Names_The_Application_And_Keeps_Its_Other_Credentials()
    {
        await using var world = await DemoWorld.StartAsync();
        var olivia = world.Person("olivia");

        await olivia.SaysAsync("rotate the client secret of app Badge Printer");

        Assert.Contains("--append", olivia.Last, StringComparison.Ordinal);
        Assert.Contains($"--id {DemoApplications.BadgePrinter}", olivia.Last, StringComparison.Ordinal);
    }
}
