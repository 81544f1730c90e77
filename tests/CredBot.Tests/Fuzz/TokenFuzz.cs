using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.Tests.Fuzz.Inputs;
using CredBot.Tests.Stories.Reset;
using CredBot.Tests.World;

namespace CredBot.Tests.Fuzz;

/// <summary>Whoever is not the channel, or comes from a foreign tenant, changes nothing.</summary>
public sealed class TokenFuzz
{
    private const int Count = 2_000;

    [Fact]
    [Security(40)]
    public async Task No_Damaged_Token_Passes_And_Nothing_Is_Stored()
    {
        await using var world = await DemoWorld.StartAsync(Unlimited.Settings);
        using var stranger = RSA.Create(2048);
        var body = Encoding.UTF8.GetBytes(Message(world).ToJsonString());
        foreach (var header in DamagedToken.From(world.ChannelToken(), stranger, world.ChannelModulus).Of(seed: 2, Count))
        {
            var (status, _) = await world.DeliverAsync(body, header);
            Assert.True(status is 400 or 401 or 403 or 431, $"{status}: {header}");
        }

        Assert.Empty(Stored(world));
        Assert.Equal(202, (await world.DeliverAsync(body)).Status);
        Assert.NotEmpty(Stored(world));
    }

    [Fact]
    [Security(2)]
    [Security(40)]
    public async Task No_Activity_Of_A_Foreign_Tenant_Is_Taken_In()
    {
        await using var world = await DemoWorld.StartAsync(Unlimited.Settings);
        var frame = Message(world);
        frame["conversation"]!["tenantId"] = "99999999-9999-4999-8999-999999999999";
        frame["channelData"]!["tenant"]!["id"] = "99999999-9999-4999-8999-999999999999";
        foreach (var body in FuzzedActivity.From(frame).Of(seed: 3, 400))
        {
            var (status, _) = await world.DeliverAsync(body);
            Assert.True(status is >= 400 and < 500, $"{status}: {Encoding.UTF8.GetString(body)}");
        }

        Assert.Empty(Stored(world));
    }

    private static IEnumerable<string> Stored(DemoWorld world) => StoredRows.All(world.Store).Where(static row => row.StartsWith("grain|", StringComparison.Ordinal));

    private static JsonObject Message(DemoWorld world) => world.Dress("sora", "sora", new JsonObject { ["type"] = "message", ["text"] = "help" });
}
