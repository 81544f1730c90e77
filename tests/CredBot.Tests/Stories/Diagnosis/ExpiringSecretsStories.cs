using CredBot.Dialogs.ExpiringSecrets;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«Which app secrets expire?»: every verdict, and the one read that may fail.</summary>
public sealed class ExpiringSecretsStories
{
    [Theory]
    [Diagnosis("Which app secrets expire?", typeof(ExpiringSecretsVerdict))]
    [InlineData(nameof(ExpiringSecretsVerdict.SomeExpired), "igor", "만료된 자격 증명 2개, 30일 안에 만료될 자격 증명 2개", "Credentials that have expired: 2; that end within 30 days: 2")]
    [InlineData(nameof(ExpiringSecretsVerdict.SomeExpiring), "igor", "30일 안에 만료되는 자격 증명: 4개", "Credentials that end within 30 days: 4", "Ending")]
    [InlineData(nameof(ExpiringSecretsVerdict.NoneExpiring), "igor", "30일 안에 만료되는 자격 증명이 없습니다", "No credential ends within 30 days", "Fresh")]
    [InlineData(nameof(ExpiringSecretsVerdict.CannotTell), "igor", "애플리케이션을 읽지 못했습니다", "The applications could not be read", "Mixed", 403)]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string appCredentials = "Mixed", int? refused = null)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { appCredentials });
        if (refused is { } status)
        {
            await world.FaultAsync(new { path = "/applications", kind = "status", status });
        }

        await world.Person(person).HearsAsync(world, verdict, ("곧 만료되는 앱 시크릿 알려줘", korean), ("which of the app secrets are going to expire soon?", english));
    }

    [Fact]
    public async Task With_The_Read_Failing_The_Card_Says_So()
    {
        await using var world = await DemoWorld.StartAsync();
        var igor = world.Person("igor");

        await igor.AskInEveryWayAsync(
            world, "which of the app secrets are going to expire soon?", "/v1.0/applications$",
            _ => Assert.Contains("What could not be seen", igor.Last, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Days_Asked_For_Count_And_What_Is_Most_Urgent_Comes_First()
    {
        await using var world = await DemoWorld.StartAsync();
        var igor = world.Person("igor");

        await igor.SaysAsync("which app secrets expire in 7 days?");

        Assert.Contains("that end within 7 days: 1", igor.Last, StringComparison.Ordinal);
        Assert.True(igor.Last.IndexOf("Badge Printer", StringComparison.Ordinal) < igor.Last.IndexOf("Door Terminal", StringComparison.Ordinal));
        Assert.DoesNotContain("Payroll Export", igor.Last, StringComparison.Ordinal);
    }
}
