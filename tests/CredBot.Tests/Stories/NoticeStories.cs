using System.Net.Http.Json;
using System.Text.Json;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>Whose password was reset hears of it in their own chat; where that cannot be, the card says so.</summary>
public sealed class NoticeStories
{
    private const string Told = "The help desk has reset your password";
    private const string CouldNot = "They could not be told in Teams";

    [Theory]
    [InlineData("en-US", "ko-KR", Told, "사용자에게 Teams로 알렸습니다.")]
    [InlineData("ko-KR", "en-US", "헬프데스크에서 내 암호를 재설정했습니다", "They were told in Teams.")]
    public async Task The_Subject_Is_Told_In_Their_Own_Chat_And_Language(string theirs, string agents, string words, string card)
    {
        await using var world = await DemoWorld.StartAsync();
        var daniel = world.Person("daniel");
        daniel.Locale = theirs;
        await daniel.ReadAsync();
        var mina = await world.AskedForConfirmationAsync(agents);
        Assert.DoesNotContain(words, daniel.All, StringComparison.Ordinal);

        await mina.ConfirmsResetAsync(world);
        await daniel.ReadAsync();

        Assert.Contains(words, daniel.Last, StringComparison.Ordinal);
        Assert.Contains(card, mina.Last, StringComparison.Ordinal);
        Assert.True(mina.Sees("reveal"));

        // What is drawn later says it too, and the showing is not disturbed.
        await mina.ClicksAsync("reveal");
        await mina.ClicksAsync("hide");
        await world.DrainAsync();
        await mina.ReadAsync();
        Assert.Contains(card, mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(126)]
    public async Task Somebody_Who_Never_Spoke_To_The_Bot_Finds_The_Notice_In_A_New_Chat()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await mina.ConfirmsResetAsync(world);

        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        Assert.Contains(Told, daniel.All, StringComparison.Ordinal);
        Assert.Contains("They were told in Teams.", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(128)]
    public async Task Who_Blocked_The_Bot_Is_Left_In_Peace_And_The_Card_Says_So()
    {
        await using var world = await DemoWorld.StartAsync();
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        await AppAsync(world, "blocked");
        var mina = await world.AskedForConfirmationAsync("en-US");
        await ConfirmsByManagerAsync(world, mina);
        await daniel.ReadAsync();

        Assert.Contains(CouldNot, mina.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(Told, daniel.All, StringComparison.Ordinal);
        Assert.DoesNotContain(await world.LedgerAsync(), Installs);

        // Unblocked, and nobody told the bot: it does not try before Daniel speaks.
        await AppAsync(world, "installed");
        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(Told, daniel.All, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(132)]
    public async Task Who_Lacks_The_App_Gets_It_Where_The_Agent_May_And_Is_Told()
    {
        await using var world = await DemoWorld.StartAsync();
        await AppAsync(world, "removed");
        var grace = world.Person("grace");
        await grace.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        await grace.ConfirmsResetAsync(world);
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        Assert.Contains(Told, daniel.All, StringComparison.Ordinal);
        Assert.Contains("They were told in Teams.", grace.Last, StringComparison.Ordinal);
        var install = Assert.Single(await world.LedgerAsync(), Installs);
        Assert.Equal(("grace", "daniel", 201), (install.GetProperty("caller").GetString(), install.GetProperty("subject").GetString(), install.GetProperty("status").GetInt32()));
    }

    [Fact]
    [Statement(132)]
    public async Task Where_The_Chat_Cannot_Be_Read_The_Notice_Waits_For_Teams_To_Say_Where_It_Is()
    {
        await using var world = await DemoWorld.StartAsync();
        await AppAsync(world, "removed");
        await world.FaultAsync(new { path = "/installedApps/.+/chat$", kind = "status", status = 403, times = 10 });
        var grace = world.Person("grace");
        await grace.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        grace.HasTheRealCaller = false;
        await grace.ClicksAsync("answer", "yes");
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        Assert.DoesNotContain("wants to reset your password", daniel.All, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(5));
        await daniel.ReadAsync();

        Assert.Contains("wants to reset your password", daniel.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_The_Agent_May_Not_Install_It_The_Card_Says_That_Nobody_Was_Told()
    {
        await using var world = await DemoWorld.StartAsync();
        await AppAsync(world, "removed");
        var mina = await world.AskedForConfirmationAsync("en-US");
        await ConfirmsByManagerAsync(world, mina);

        Assert.Contains("Done:", mina.Last, StringComparison.Ordinal);
        Assert.Contains(CouldNot, mina.Last, StringComparison.Ordinal);
        Assert.All((await world.LedgerAsync()).Where(Installs), static row => Assert.Equal(403, row.GetProperty("status").GetInt32()));
    }

    /// <summary>Whom the bot cannot reach, it asks the manager for.</summary>
    private static async Task ConfirmsByManagerAsync(DemoWorld world, Person agent)
    {
        await agent.ClicksAsync("answer", "yes");
        await world.ManagerVouchesAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await agent.ReadAsync();
    }

    private static bool Installs(JsonElement row) => row.GetProperty("path").GetString()!.EndsWith("/installedApps", StringComparison.Ordinal);

    private static async Task AppAsync(DemoWorld world, string state)
    {
        (await world.Http.PutAsJsonAsync("/demo/people/daniel/app", new { state })).EnsureSuccessStatusCode();
        await world.DrainAsync();
    }
}
