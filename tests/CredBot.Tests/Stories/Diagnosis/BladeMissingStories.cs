using CredBot.Dialogs.BladeMissing;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«The Password reset page is not shown»: every verdict, and every read that may fail.</summary>
public sealed class BladeMissingStories
{
    private const string Korean = "재설정 블레이드 안보임";
    private const string English = "password reset blade not showing";
    private const string Roles = "roleAssignmentScheduleInstances";
    private const string Own = "/me/licenseDetails";

    [Theory]
    [Diagnosis("8. The Password reset blade is not shown", typeof(BladeMissingVerdict))]
    [InlineData(nameof(BladeMissingVerdict.NoOwnLicence), "bora", "내 계정에 Entra ID P1·P2 라이선스가 없어", "You have no Entra ID P1 or P2 of your own")]
    [InlineData(nameof(BladeMissingVerdict.TenantFree), "grace", "테넌트에 Entra ID P1·P2가 없습니다", "The tenant has neither Entra ID P1 nor P2", false)]
    [InlineData(nameof(BladeMissingVerdict.RoleInsufficient), "mina", "이 설정을 바꿀 수 있는 역할이 없습니다", "You hold no role that may change these settings")]
    [InlineData(nameof(BladeMissingVerdict.AllThere), "grace", "Entra ID > 암호 재설정에 있습니다", "look under Entra ID > Password reset")]
    [InlineData(nameof(BladeMissingVerdict.CannotTell), "grace", "페이지가 보이지 않는 이유를 확인하지 못했습니다", "It could not be told why the page is not shown", true, Own)]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, bool premium = true, string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        await world.ConditionsAsync(new { premium });
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        await world.Person(person).HearsAsync(world, verdict, (Korean, korean), (English, english));
    }

    [Theory]
    [InlineData(Own)]
    [InlineData("/subscribedSkus")]
    [InlineData(Roles)]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var grace = world.Person("grace");

        await grace.AskInEveryWayAsync(world, English, path, status =>
        {
            // Where no schedule is kept, the assignments say the same.
            Assert.Equal(path is not Roles || status is not (403 or 404), grace.Last.Contains("What could not be seen", StringComparison.Ordinal));
            Assert.Contains("grace@hanbit.example", grace.Last, StringComparison.Ordinal);
        });
    }
}
