using CredBot.Dialogs.LicenceCheck;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«Which licences …?», about the tenant and about somebody: every verdict, and every read that may fail.</summary>
public sealed class LicenceCheckStories
{
    private const string Own = "/me/licenseDetails";
    private const string Theirs = "/licenseDetails";
    private const string Bought = "/subscribedSkus";

    [Theory]
    [Diagnosis("Do the licences reach?", typeof(LicenceCheckVerdict))]
    [InlineData(nameof(LicenceCheckVerdict.SubjectCovered), "mina", "님의 라이선스로 충분합니다", "'s licence is enough", "sora")]
    [InlineData(nameof(LicenceCheckVerdict.SubjectNotCovered), "mina", "Walter Klein 님에게는 Entra ID P1·P2 라이선스가 없습니다", "Walter Klein has no Entra ID P1 or P2 licence", "walter")]
    [InlineData(nameof(LicenceCheckVerdict.SubjectNotCovered), "mina", "관리자가 끈 플랜은 세지 않았습니다", "Dora Pohl has no Entra ID P1 or P2 licence", "dora")]
    [InlineData(nameof(LicenceCheckVerdict.TenantPremium), "sora", "테넌트에 Entra ID P1 이상이 있습니다", "The tenant has Entra ID P1 or higher", null)]
    [InlineData(nameof(LicenceCheckVerdict.TenantPremium), "sora", "테넌트에 Entra ID P1 이상이 있습니다", "The tenant has Entra ID P1 or higher", null, true, Bought)]
    [InlineData(nameof(LicenceCheckVerdict.TenantFree), "sora", "테넌트에 Entra ID P1·P2가 없습니다", "The tenant has neither Entra ID P1 nor P2", null, false)]
    [InlineData(nameof(LicenceCheckVerdict.CannotTell), "bora", "라이선스를 확인하지 못했습니다", "The licences could not be read", null, true, Bought)]
    [InlineData(nameof(LicenceCheckVerdict.CannotTell), "mina", "라이선스를 확인하지 못했습니다", "The licences could not be read", "sora", true, Theirs)]
    public async Task Each_Verdict_Is_Reached(
        string verdict, string person, string korean, string english, string? subject, bool premium = true, string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { premium });
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        var (inKorean, inEnglish) = subject is null
            ? ("우리 라이선스 뭐 있어", "which licences do we have")
            : ($"{subject}@hanbit.example 라이선스 확인", $"does {subject}@hanbit.example have a P1 license");
        await world.Person(person).HearsAsync(world, verdict, (inKorean, korean), (inEnglish, english));
    }

    [Fact]
    [Trait("trap", "49")]
    public async Task A_Plan_Of_The_Past_Is_Not_Counted()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.SaysAsync("does daniel.lee2@hanbit.example have a P1 license");

        Assert.Contains("Their Entra ID plan\nEntra ID P1", mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Their Entra ID plan\nEntra ID P2", mina.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Own)]
    [InlineData(Bought)]
    public Task With_Any_One_Read_Failing_The_Tenants_Card_Comes(string path) => FailsAsync("which licences do we have", path);

    [Theory]
    [InlineData(Theirs)]
    [InlineData(Bought)]
    public Task With_Any_One_Read_Failing_A_Persons_Card_Comes(string path) => FailsAsync("does daniel@hanbit.example have a P1 license", path);

    private static async Task FailsAsync(string question, string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.AskInEveryWayAsync(world, question, path, _ =>
        {
            Assert.Contains("What could not be seen", mina.Last, StringComparison.Ordinal);
            Assert.Contains(path is Bought ? "The tenant's subscriptions" : "licences", mina.Last, StringComparison.Ordinal);
        });
    }
}
