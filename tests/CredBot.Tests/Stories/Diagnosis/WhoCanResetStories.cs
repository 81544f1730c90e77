using CredBot.Dialogs.WhoCanReset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>«Who can reset this user's password?»: every verdict, and every read that may fail.</summary>
public sealed class WhoCanResetStories
{
    private const string Assignments = "directory/roleAssignments";
    private const string OfSubject = "filter=principalId";
    private const string OfRoles = "filter=roleDefinitionId";

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

        var address = subject.Contains('@', StringComparison.Ordinal) ? subject : $"{subject}@hanbit.example";
        await world.Person(person).HearsAsync(world, verdict, ($"{address} 비밀번호는 누가 재설정할 수 있나요", korean), ($"who can reset {address}", english));
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
    [InlineData("/memberOf")]
    [InlineData("/ownedObjects")]
    [InlineData(Assignments, OfSubject)]
    [InlineData(Assignments, OfRoles)]
    public async Task With_Any_One_Read_Failing_The_Card_Comes_And_Says_What_It_Did_Not_See(string path, string? query = null)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.AskInEveryWayAsync(
            world, "who can reset daniel@hanbit.example", path,
            _ =>
            {
                Assert.Contains("daniel@hanbit.example", sora.Last, StringComparison.Ordinal);
                Assert.Contains("What could not be seen", sora.Last, StringComparison.Ordinal);
            },
            query);
    }

    [Theory]
    [InlineData("who can reset daniel@hanbit.example", null, "/v1.0/users$")]
    [InlineData("who can reset Daniel Lee", null, "/v1.0/users$")]
    [InlineData("2", "who can reset Daniel Lee", "/v1.0/users/[^/]+$")]
    public async Task Where_The_Person_Cannot_Be_Looked_Up_It_Says_Why(string question, string? first, string path)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");

        await sora.AskInEveryWayAsync(
            world, question, path,
            status =>
            {
                Assert.Contains(first is not null && status is 404 ? "no longer in the directory" : FailingRead.Sentence(status), sora.All, StringComparison.Ordinal);
                Assert.Contains("Why do I have trouble resetting a user's password?", sora.Last, StringComparison.Ordinal);
            },
            first: first);
    }

    [Fact]
    public async Task A_Unit_That_Does_Not_Show_Is_Named_Among_What_Was_Not_Seen()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");

        await mina.AskInEveryWayAsync(world, "who can reset wanda@hanbit.example", "/administrativeUnits/", _ =>
        {
            Assert.Contains("What could not be seen", mina.Last, StringComparison.Ordinal);
            Assert.Contains("the unit that one of their roles is confined to", mina.Last, StringComparison.OrdinalIgnoreCase);
        });
    }
}
