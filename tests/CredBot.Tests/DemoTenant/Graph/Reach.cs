using System.Net;

namespace CredBot.Tests.DemoTenant.Graph;

/// <summary>Who may reset whom, cell by cell. Source: Entra «Privileged roles and permissions», who can reset passwords.</summary>
public sealed class Reach : DirectoryTest
{
    /// <summary>The columns: Password, Helpdesk, Authentication, User, Privileged Authentication and Global Administrator.</summary>
    private static readonly string[] Callers = ["peter", "mina", "aiko", "ursula", "pavel", "grace"];

    [Theory]
    [InlineData("sora", "111111", "no role")]
    [InlineData("jun", "111111", "no role, synced")]
    [InlineData("tom", "111111", "no role, disabled")]
    [InlineData("peter", "011111", "Password Administrator; never oneself")]
    [InlineData("olivia", "011111", "Reports Reader")]
    [InlineData("gilbert", "010111", "Helpdesk Administrator, activated")]
    [InlineData("mina", "000111", "Helpdesk Administrator; never oneself")]
    [InlineData("aiko", "000011", "Authentication Administrator; never oneself")]
    [InlineData("ursula", "000011", "User Administrator; never oneself")]
    [InlineData("pavel", "000001", "Privileged Authentication Administrator; never oneself")]
    [InlineData("grace", "000010", "Global Administrator; never oneself")]
    [InlineData("igor", "000011", "another built-in role")]
    [InlineData("omar", "000011", "a custom role")]
    [InlineData("hyejin", "000011", "member of a role-assignable group")]
    [InlineData("nadia", "000011", "owner of a role-assignable group")]
    [InlineData("zelda", "000011", "a role through a role-assignable group")]
    [InlineData("rexford", "000011", "a role at a restricted unit")]
    [InlineData("paul", "000000", "in a restricted unit")]
    public async Task A_Role_Reaches_Exactly_Its_Column(string subject, string row, string because)
    {
        var found = "";
        foreach (var caller in Callers)
        {
            found += (await Reset(subject, caller)).Status switch
            {
                HttpStatusCode.Accepted => "1",
                HttpStatusCode.Forbidden => "0",
                var other => $"({(int)other})",
            };
        }

        Assert.Equal($"{because}: {row}", $"{because}: {found}");
    }

    [Theory]
    [InlineData("sora", "sora")]
    [InlineData("olivia", "daniel")]
    [InlineData("igor", "daniel")]
    [InlineData("omar", "daniel")]
    [InlineData("marie", "sora")]
    public async Task A_Role_That_Is_Not_In_The_Table_Reaches_Nobody(string caller, string subject) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await Reset(subject, caller)).Status);

    [Fact]
    [Trait("trap", "47")]
    public async Task Only_A_Role_At_The_Restricted_Unit_Reaches_Its_Members()
    {
        Assert.Equal("Authorization_RequestDenied", (await Reset("paul", "grace")).Code);
        Assert.Equal(HttpStatusCode.Accepted, (await Reset("paul", "rexford")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Reset("sora", "rexford")).Status);
    }

    [Theory]
    [InlineData("sora", true)]
    [InlineData("jun", true)]
    [InlineData("daniel", false)]
    [InlineData("hyejin", false)]
    [InlineData("mina", false)]
    public async Task A_Units_Helpdesk_Reaches_Its_Members_Without_A_Role(string subject, bool may) =>
        Assert.Equal(may ? HttpStatusCode.Accepted : HttpStatusCode.Forbidden, (await Reset(subject, "wanda")).Status);

    [Fact]
    [Trait("trap", "48")]
    public async Task The_Owner_Of_A_Protected_Group_Is_Protected_And_No_Member_Of_It()
    {
        var memberships = await Get($"users/{ObjectId("nadia")}/transitiveMemberOf");
        var owned = await Get($"users/{ObjectId("nadia")}/ownedObjects/graph.group?$count=true", eventual: true);

        Assert.Empty(memberships.Values);
        Assert.Equal(GroupId("payments"), (string?)Assert.Single(owned.Values)["id"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await Reset("nadia", "ursula")).Status);
    }

    [Fact]
    [Trait("trap", "29")]
    public async Task Eligible_Is_Not_Active() => Assert.Equal(HttpStatusCode.Forbidden, (await Reset("sora", "quentin")).Status);

    [Fact]
    [Trait("trap", "29")]
    public async Task An_Activation_Ends_In_The_Middle_Of_A_Conversation()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await Reset("sora", "gilbert")).Status);
        Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.Forbidden, (await Reset("sora", "gilbert")).Status);
    }

    [Fact]
    public async Task A_Role_Through_A_Group_Counts() => Assert.Equal(HttpStatusCode.Accepted, (await Reset("sora", "zelda")).Status);
}
