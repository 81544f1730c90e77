using CredBot.Dialogs.WhoCanReset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«Who can reset this user's password?»: every verdict, and every read that may fail.</summary>
public sealed class WhoCanResetStories
{
    private const string Assignments = "directory/roleAssignments";
    private const string OfSubject = "filter=principalId";
    private const string OfRoles = "filter=roleDefinitionId";

    public static TheoryData<string> Reads => FailingRead.Of("/memberOf", "/ownedObjects", OfSubject, OfRoles);

    [Theory]
    [Diagnosis("Who can reset this user?", typeof(WhoCanResetVerdict))]
    [InlineData(nameof(WhoCanResetVerdict.Somebody), "sora", "재설정할 수 있는 사람이 있습니다", "These people can reset Daniel Lee's password", "daniel")]
    [InlineData(nameof(WhoCanResetVerdict.Somebody), "mina", "권한 있는 인증 관리자 · pavel@hanbit.example", "Privileged Authentication Administrator · pavel@hanbit.example", "hyejin")]
    [InlineData(nameof(WhoCanResetVerdict.OnUnitOnly), "grace", "제한된 관리 단위의 관리자만 재설정할 수 있습니다", "Only administrators of the restricted unit can reset Paul Smith", "paul")]
    [InlineData(nameof(WhoCanResetVerdict.NobodyHolds), "grace", "재설정할 수 있는 역할을 가진 사람이 없습니다", "Nobody holds a role at this moment that can reset Stella Stone", "stella")]
    [InlineData(nameof(WhoCanResetVerdict.NobodyUntilRemoved), "grace", "제한된 관리 단위에서 제외될 때까지 아무도 재설정할 수 없습니다", "Nobody can reset Greta Archer until they are removed", "greta")]
    [InlineData(nameof(WhoCanResetVerdict.HomeTenant), "mina", "소속 조직에서만 재설정할 수 있습니다", "Only their home organisation can reset Marie Dubois", "marie@partner.example")]
    [InlineData(nameof(WhoCanResetVerdict.RolesOnly), "mina", "누가 가졌는지는 확인하지 못했습니다", "who holds them is not", "daniel", Assignments, OfRoles)]
    [InlineData(nameof(WhoCanResetVerdict.CannotTell), "mina", "님을 재설정할 수 있는지 판단할 수 없습니다", "It cannot be told who can reset Daniel Lee", "daniel", "/memberOf")]
    public async Task Each_Verdict_Is_Reached(string verdict, string person, string korean, string english, string subject, string? unreadable = null, string? query = null)
    {
        await using var world = await DemoWorld.StartAsync();
        if (unreadable is not null)
        {
            await world.FaultAsync(new { path = unreadable, query, kind = "status", status = 403 });
        }

        var asker = world.Person(person);
        asker.Locale = "ko-KR";
        var address = subject.Contains('@', StringComparison.Ordinal) ? subject : $"{subject}@hanbit.example";
        await asker.SaysAsync($"{address} 비밀번호는 누가 재설정할 수 있나요");
        Assert.True(asker.Last.Contains(korean, StringComparison.Ordinal), $"{verdict}: {asker.Last}");

        world.Reads.Forget();
        await asker.SaysAsync($"who can reset {address}");
        Assert.True(asker.Last.Contains(english, StringComparison.Ordinal), $"{verdict}: {asker.Last}");
        Assert.InRange(world.Reads.All.Count, 1, 8);
        Assert.Equal(0, world.Reads.Reports);
    }

    [Fact]
    public async Task The_Lowest_Role_Comes_First_And_Five_Are_Named_At_Most()
    {
        await using var world = await DemoWorld.StartAsync();
        var daniel = world.Person("daniel");

        await daniel.SaysAsync("who can reset sora@hanbit.example");

        string[] order = ["Peter Novak", "이미나", "Gilbert Zane"];
        Assert.Equal(order, order.OrderBy(name => daniel.Last.IndexOf(name, StringComparison.Ordinal)));
        Assert.Contains("Roles that could (lowest first)\nPassword Administrator, Helpdesk Administrator", daniel.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Grace Hall", daniel.Last, StringComparison.Ordinal);
        Assert.Contains(" more", daniel.Last, StringComparison.Ordinal);

        // Eligible is not able.
        Assert.DoesNotContain("Quentin Ross", daniel.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_Activation_Is_Over_Is_Not_Named()
    {
        await using var world = await DemoWorld.StartAsync();
        var daniel = world.Person("daniel");
        world.Time.Advance(TimeSpan.FromMinutes(31));

        await daniel.SaysAsync("who can reset sora@hanbit.example");

        Assert.DoesNotContain("Gilbert Zane", daniel.Last, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        var query = path is OfSubject or OfRoles ? path : null;
        await sora.InEveryWayAsync(world, "who can reset daniel@hanbit.example", query is null ? path : Assignments, status =>
        {
            Assert.Contains("daniel@hanbit.example", sora.Last, StringComparison.Ordinal);
            Assert.Contains("What could not be seen", sora.Last, StringComparison.Ordinal);
        }, query);
    }

    [Fact]
    public async Task Who_Is_Meant_Cannot_Be_Looked_Up_And_The_Asker_Hears_Why()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.InEveryWayAsync(world, "who can reset Daniel Lee", "/v1.0/users$", status =>
            Assert.Contains(status switch { 0 => "did not answer", 404 => "I found nobody", _ => $"({status}" }, sora.All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_Was_Chosen_Cannot_Be_Read_And_The_Asker_Hears_Why()
    {
        foreach (var status in FailingRead.Ways)
        {
            await using var world = await DemoWorld.StartAsync();
            var sora = world.Person("sora");
            await sora.SaysAsync("who can reset Daniel Lee");

            await sora.AskAsync(world, "1", "/v1.0/users/[0-9a-f-]{36}$", status);

            Assert.Contains(status switch { 0 => "did not answer", 404 => "no longer", _ => $"{status}" }, sora.Last, StringComparison.Ordinal);
        }
    }
}
