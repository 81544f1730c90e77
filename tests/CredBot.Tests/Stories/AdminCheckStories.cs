using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>«May I reset this user's password?»</summary>
public sealed class AdminCheckStories
{
    [Theory]
    [InlineData("ursula", "daniel", "Yes, you may reset", "User Administrator")]
    [InlineData("ursula", "grace", "No, you may not reset", "Global Administrator")]
    [InlineData("ursula", "mina", "Yes, you may reset", "Helpdesk Administrator")]
    [InlineData("aiko", "mina", "No, you may not reset", "Helpdesk Administrator")]
    [InlineData("pavel", "grace", "Yes, you may reset", "Privileged Authentication Administrator")]
    [InlineData("grace", "paul", "No, you may not reset", "restricted management unit")]
    public async Task The_Answer_Names_The_Role_And_The_Rule(string asker, string subject, string verdict, string rule)
    {
        await using var world = await DemoWorld.StartAsync();
        var admin = world.Person(asker);

        await admin.SaysAsync($"may I reset {subject}@hanbit.example's password?");

        Assert.Contains(verdict, admin.Last, StringComparison.Ordinal);
        Assert.Contains(rule, admin.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Fact]
    public async Task In_Korean_Too()
    {
        await using var world = await DemoWorld.StartAsync();
        var admin = world.Person("ursula");
        admin.Locale = "ko-KR";

        await admin.SaysAsync("박준 비밀번호 제가 재설정할 수 있나요?");

        Assert.Contains("예. 박준 (Park Jun) 님의 암호를 재설정할 수 있습니다.", admin.Last, StringComparison.Ordinal);
        Assert.Contains("사용자 관리자", admin.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("roleManagement")]
    [InlineData("memberOf")]
    public async Task What_Cannot_Be_Read_Counts_As_Protected_And_Is_Named(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var admin = world.Person("ursula");
        await world.FaultAsync(new { path, kind = "status", status = 403 });

        await admin.SaysAsync("may I reset daniel@hanbit.example's password?");

        Assert.Contains("It cannot be told", admin.Last, StringComparison.Ordinal);
        Assert.Contains("counts as protected", admin.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Reset_Can_Start_From_The_Answer()
    {
        await using var world = await DemoWorld.StartAsync();
        var admin = world.Person("ursula");
        await admin.SaysAsync("may I reset daniel@hanbit.example's password?");

        await admin.ClicksAsync("reset");

        Assert.Contains("Why is Daniel Lee's password to be reset?", admin.Last, StringComparison.Ordinal);
    }
}
