using System.Reflection;

namespace CredBot.Tests.Architecture;

public sealed class Directions
{
    /// <summary>Who may reference whom; source: docs/architecture.md.</summary>
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "CredBot.Bot", [] },
        { "CredBot.Graph", [] },
        { "CredBot.Knowledge", [] },
        { "CredBot.DemoTenant", [] },
        { "CredBot.Engine", ["CredBot.Bot"] },
        { "CredBot.Dialogs", ["CredBot.Bot", "CredBot.Engine", "CredBot.Graph", "CredBot.Knowledge"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_Room_References_Only_The_Rooms_Below_It(string room, string[] below)
    {
        var references = Assembly.Load(room).GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name.StartsWith("CredBot", StringComparison.Ordinal) || name is "credbot");

        Assert.Empty(references.Except(below));
    }
}
