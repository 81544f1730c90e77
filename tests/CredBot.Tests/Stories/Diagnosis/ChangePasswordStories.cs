using CredBot.Dialogs.ChangePassword;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«How do I change my password?»: every verdict, and every read that may fail.</summary>
public sealed class ChangePasswordStories
{
    private const string Korean = "비밀번호 변경하고 싶어요";
    private const string English = "I want to change my password";

    [Theory]
    [Diagnosis("4. How do users change their password?", typeof(ChangePasswordVerdict))]
    [InlineData(nameof(ChangePasswordVerdict.NeverExpires), "sora", "암호는 만료되지 않습니다", "your password does not expire")]
    [InlineData(nameof(ChangePasswordVerdict.Expires), "luis", "20일 뒤에 만료됩니다", "it expires in 20 days")]
    [InlineData(nameof(ChangePasswordVerdict.Expired), "lena", "암호가 만료되었습니다", "Your password has expired: change it now")]
    [InlineData(nameof(ChangePasswordVerdict.Synced), "jun", "회사 PC나 웹에서 변경할 수 있습니다", "You can change it at a company PC or on the web")]
    [InlineData(nameof(ChangePasswordVerdict.SyncedOnPremisesOnly), "walter", "회사 PC에서만 변경할 수 있습니다", "You can change it at a company PC only")]
    [InlineData(nameof(ChangePasswordVerdict.Federated), "fiona", "다른 로그인 시스템에서 변경합니다", "Your password is changed in another sign-in system")]
    [InlineData(nameof(ChangePasswordVerdict.Guest), "marie", "소속 조직에서 변경합니다", "Your password is changed in your home organisation")]
    [InlineData(nameof(ChangePasswordVerdict.Disabled), "sora", "계정이 사용 중지되어 있습니다", "Your account is disabled")]
    [InlineData(nameof(ChangePasswordVerdict.CannotTell), "sora", "만료일을 확인하지 못했지만", "It could not be told when it expires", "/domains/")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string? unreadable = null)
    {
        await using var world = await DemoWorld.StartAsync();
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, kind = "status", status = 403 });
        }

        var asker = world.Person(person);
        asker.Locale = "ko-KR";
        if (verdict is nameof(ChangePasswordVerdict.Disabled))
        {
            // Nobody signs in with a blocked account; who was signed in before stays so for a while.
            await asker.SaysAsync(Korean);
            world.BlockSignIn(person);
        }

        await asker.HearsAsync(world, verdict, (Korean, korean), (English, english));
    }

    [Theory]
    [InlineData("/domains/")]
    [InlineData("/me/licenseDetails")]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var jun = world.Person("jun");

        await jun.AskInEveryWayAsync(world, English, path, _ =>
        {
            Assert.Contains("What could not be seen", jun.Last, StringComparison.Ordinal);
            Assert.Contains("You can change it at a company PC or on the web", jun.Last, StringComparison.Ordinal);
        });
    }
}
