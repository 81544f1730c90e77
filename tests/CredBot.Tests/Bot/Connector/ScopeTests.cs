using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Connector;

/// <summary>What a good token may say, and for whom.</summary>
public sealed class ScopeTests : IAsyncLifetime
{
    private const string Foreign = "77777777-7777-4777-8777-777777777777";

    private ForgedWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ForgedWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    [Statement(17)]
    [Statement(20)]
    public async Task A_Body_That_Does_Not_Say_Where_It_Comes_From_Never_Reaches_The_Bot()
    {
        await world.RefusesAsync(401, world.Message().Without("serviceUrl"));
        await world.RefusesAsync(401, world.Message().With("serviceUrl", null));
        await world.RefusesAsync(401, world.Message().With("serviceUrl", ""));
        await world.RefusesAsync(401, world.Message().Without("serviceUrl"), world.Forge.Token(static claims => claims["serviceurl"] = ""));
        await world.RefusesAsync(403, world.Message().Without("channelId"));
        await world.RefusesAsync(403, world.Message().With("channelId", null));
        await world.RefusesAsync(403, world.Message().With("channelId", ""));
        using var nameless = new ForgedKey("nameless", "");
        world.Channel.Keys = [world.Key, nameless];
        await world.RefusesAsync(403, world.Message().With("channelId", ""), world.Forge.Token(signedBy: nameless));
    }

    [Fact]
    [Statement(25)]
    [Statement(26)]
    public async Task A_Tenant_That_Is_Not_Allowed_Or_Not_One_Is_Refused()
    {
        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", Foreign).With("conversation.tenantId", Foreign));
        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", Foreign).Without("conversation.tenantId"));
        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", ForgedWorld.Tenant).With("conversation.tenantId", Foreign));
        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", Foreign));
        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", "").Without("conversation.tenantId"));
        await world.RefusesAsync(403, world.Message().Without("channelData").Without("conversation.tenantId"));
        await world.RefusesAsync(403, world.Message().With("channelData", $$$"""{"tenant":{"id":"{{{Foreign}}}"}}"""));
        await world.HearsAsync(world.Message().With("channelData.tenant.id", ForgedWorld.Tenant.ToUpperInvariant()));
        await world.HearsAsync(world.Message().Without("conversation.tenantId"));
    }

    [Fact]
    [Statement(25)]
    public async Task The_List_Of_Tenants_Decides_Where_There_Is_One()
    {
        await using var shared = await ForgedWorld.StartAsync(settings: $"--Bot:AllowedTenants:0={Foreign}");

        await shared.RefusesAsync(403, shared.Message());
        await shared.HearsAsync(shared.Message().With("channelData.tenant.id", Foreign).With("conversation.tenantId", Foreign));
    }

    [Fact]
    [Statement(27)]
    public async Task The_Caller_Id_Of_The_Wire_Is_Discarded()
    {
        var seen = new ConcurrentQueue<string>();
        world.Bot.Turn = (turn, _) =>
        {
            seen.Enqueue(string.Join(',', turn.Activity.Properties?.Keys ?? []));
            return Task.CompletedTask;
        };

        await world.HearsAsync(world.Message().With("callerId", "urn:botframework:azure").With("CallerID", "urn:botframework:aadappid:x").With("kept", 1));

        Assert.Equal(["kept"], seen);
    }

    [Fact]
    [Statement(29)]
    public async Task The_Tenant_Header_Changes_No_Result()
    {
        var foreign = world.Message().With("channelData.tenant.id", Foreign).With("conversation.tenantId", Foreign).ToJsonString();
        var bearer = $"Bearer {world.Forge.Token()}";
        (string, string)[][] headers = [[("x-ms-tenant-id", ForgedWorld.Tenant)], [("x-ms-tenant-id", Foreign)], [("x-ms-tenant-id", "")], []];
        foreach (var header in headers)
        {
            await world.RefusesAsync(403, foreign, bearer, header);
            await world.RefusesAsync(401, world.Message().ToJsonString(), null, header);
            Assert.Equal(202, await world.PostAsync(world.Message().ToJsonString(), bearer, headers: header));
        }

        Assert.Equal(headers.Length, world.Turns);
    }

    [Theory]
    [Statement(31)]
    [InlineData("Production")]
    [InlineData("Development")]
    [InlineData("Staging")]
    public async Task No_Route_In_Any_Environment_Takes_An_Activity_Without_The_Checks(string environment)
    {
        await using var host = await ForgedWorld.StartAsync(environment: environment);
        using var unknown = new ForgedKey("somebody", "msteams");
        var routes = host.PostRoutes();
        Assert.Contains("/api/messages", routes);

        foreach (var route in routes)
        {
            foreach (var authorization in (string?[])[null, "Bearer x", $"Bearer {host.Forge.Token(signedBy: unknown)}", $"Bearer {host.Forge.Token(static claims => claims["aud"] = "x")}"])
            {
                var status = await host.PostAsync(host.Message().ToJsonString(), authorization, route);
                // The page of an objection knows nothing of activities, and without its link of nothing at all.
                Assert.True(status is 401 || (route is "/objection" && status is 404) || route.StartsWith("/health", StringComparison.Ordinal), $"{route} {status}");
            }
        }

        Assert.Equal((0, 0), (host.Turns, host.Channel.Calls.Count));
    }

    [Fact]
    [Statement(32)]
    public async Task A_Burst_Of_Bad_Tokens_Logs_Reason_And_Issuer_And_Nothing_That_The_Sender_Wrote()
    {
        const string marker = "MARKER-9f3b";
        using var unknown = new ForgedKey($"{marker}-kid", "msteams");
        void Mark(JsonObject claims)
        {
            foreach (var (name, _) in claims.ToList())
            {
                claims[name] = claims[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : $"{marker}-{name}";
            }
        }

        List<string> tokens =
        [
            world.Forge.Token(Mark), world.Forge.Token(Mark, signedBy: unknown), world.Forge.Token(Mark, header: static header => header["alg"] = $"{marker}-alg"),
            world.Forge.Token(static claims => claims["aud"] = $"{marker}-aud"), world.Forge.Token(static claims => claims["serviceurl"] = $"{marker}-url"),
            world.Forge.Token(static claims => claims["exp"] = 1), world.Forge.Token(sign: static _ => [1, 2, 3]), $"{marker}.{marker}.{marker}",
            world.Forge.Token(static claims => claims["iss"] = $"https://sts.windows.net/{ForgedWorld.Tenant}/"),
            world.Forge.Token(static claims => claims["iss"] = "https://api.botframework.us"),
        ];
        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(_ => tokens).Select(token => world.PostAsync(world.Message(), token)));
        await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", $"{marker}-tenant"));

        Assert.Equal(0, world.Turns);
        var secrets = tokens.SelectMany(static token => token.Split('.')).Where(static part => part.Length > 8).Append(marker);
        Assert.DoesNotContain(world.Logs.All, line => secrets.Any(secret => line.Contains(secret, StringComparison.Ordinal)));
        var refusals = world.Logs.All.Where(static line => line.Contains("Refused an inbound", StringComparison.Ordinal)).ToList();
        Assert.Equal(101, refusals.Count);
        Assert.All(refusals, static line => Assert.Matches(
            @"^Warning Refused an inbound activity: [A-Za-z' ]+; issuer (none|other|https://api\.botframework\.(com|us)|https://sts\.windows\.net/44444444-4444-4444-8444-444444444444/)\. $", line));
    }
}
