using CredBot.Tests.Stories.Reset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>CredBot changes no application's credentials: it says in which order its owner does, and holds no right to do it for them.</summary>
public sealed class AppCredentialWriteStories
{
    [Theory]
    [InlineData("rotate the client secret of Warehouse Sync for 90 days")]
    [InlineData("delete the old secret of Warehouse Sync")]
    [InlineData("remove every certificate of Warehouse Sync and add a new one")]
    [Security(41)]
    public async Task Whatever_Is_Asked_Nothing_Is_Added_Replaced_Or_Removed(string question)
    {
        await using var world = await DemoWorld.StartAsync();
        var igor = world.Person("igor");
        await igor.SaysAsync(question);

        Assert.Contains("add the new one, deploy and check it, remove the old one", igor.All, StringComparison.Ordinal);
        Assert.Contains("without --append every other credential of the app is removed", igor.All, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }
}
