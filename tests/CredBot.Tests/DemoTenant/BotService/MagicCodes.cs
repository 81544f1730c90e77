using System.Net;
using CredBot.Tests.DemoTenant.DirectLine;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CredBot.Tests.DemoTenant.BotService;

public sealed class MagicCodes
{
    [Fact]
    public async Task A_Magic_Code_Signs_In_Once()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var code = await visit.CodeAsync();

        using var good = await visit.GetTokenAsync(code);
        using var again = await visit.GetTokenAsync(code);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (good.StatusCode, again.StatusCode));
        Assert.NotNull(await visit.TokenAsync());
    }

    [Fact]
    public async Task A_Magic_Code_Is_For_Its_Person_And_For_Ten_Minutes()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (sora, grace) = (await TokenVisit.StartAsync(world, "sora"), await TokenVisit.StartAsync(world, "grace"));
        var code = await sora.CodeAsync();

        using var foreign = await grace.GetTokenAsync(code);
        world.Time.Advance(TimeSpan.FromMinutes(10));
        using var late = await sora.GetTokenAsync(code);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, late.StatusCode));
    }

    [Fact]
    public async Task Five_Wrong_Codes_Void_The_Right_One()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");
        var code = await visit.CodeAsync();
        var wrong = code is "000000" ? "000001" : "000000";
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var refused = await visit.GetTokenAsync(wrong);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using var late = await visit.GetTokenAsync(code);

        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task A_Browser_Signed_In_As_Somebody_Else_Yields_That_Accounts_Token()
    {
        await using var world = await ChannelWorld.StartAsync();
        var visit = await TokenVisit.StartAsync(world, "sora");

        using var response = await visit.GetTokenAsync(await visit.CodeAsync(account: "daniel"));

        var other = new JsonWebToken(await world.SsoTokenAsync("daniel")).GetPayloadValue<string>("oid");
        Assert.Equal(other, new JsonWebToken((await ChannelWorld.JsonAsync(response)).GetProperty("token").GetString()).GetPayloadValue<string>("oid"));
    }
}
