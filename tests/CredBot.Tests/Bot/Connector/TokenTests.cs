using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Connector;

/// <summary>Which tokens open the door. Refused means: the status, no handler run, no call made.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string OtherApp = "99999999-9999-4999-8999-999999999999";
    private const string OtherTenant = "88888888-8888-4888-8888-888888888888";

    private ForgedWorld world = null!;

    private TokenForge Forge => world.Forge;

    public async ValueTask InitializeAsync() => world = await ForgedWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    [Statement(2)]
    [Statement(3)]
    [Statement(4)]
    public async Task A_Header_That_Holds_No_Token_Is_Refused_And_A_Good_Token_Passes()
    {
        var good = Forge.Token();
        string?[] headers =
        [
            null, "", " ", "Basic x", $"Basic {good}", "Bearer", "Bearer ", "Bearer a b", $"Bearer {good} b", $"Bearer  {good}", $"bearer\t{good}", good,
            "Bearer nonsense", "Bearer a.b.c", "Bearer ..", "Bearer e30.e30.", "Bearer a.b.c.d.e", $"Bearer {good}.x",
            $"Bearer {TokenForge.Encode(Encoding.UTF8.GetBytes("[]"))}.{TokenForge.Encode(Encoding.UTF8.GetBytes("7"))}.AA",
        ];

        foreach (var header in headers)
        {
            await world.RefusesAsync(401, world.Message().ToJsonString(), header);
        }

        await world.HearsAsync(world.Message());
    }

    [Fact]
    public async Task A_Header_Too_Long_To_Be_A_Token_Is_Not_Even_Decoded()
    {
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims["padding"] = new string('x', 8_000)));

        Assert.Equal(0, world.Channel.Fetches);
        Assert.Contains(world.Logs.All, static line => line.Contains("no bearer token; issuer none", StringComparison.Ordinal));
    }

    [Fact]
    [Statement(5)]
    public async Task A_Good_Signature_Of_An_Unknown_Key_Is_Refused()
    {
        using var unknown = new ForgedKey("somebody", "msteams");
        using var impostor = new ForgedKey(world.Key.Id, "msteams");

        await world.RefusesAsync(401, world.Message(), Forge.Token(signedBy: unknown));
        await world.RefusesAsync(401, world.Message(), Forge.Token(signedBy: impostor));
        await world.RefusesAsync(401, world.Message(), Forge.Token(header: static header => header.Remove("kid")));
        await world.RefusesAsync(401, world.Message(), Forge.Token(signedBy: unknown, header: header => header["jwk"] = unknown.Public()));
    }

    [Fact]
    [Statement(6)]
    public async Task A_Changed_Byte_Of_The_Signature_Is_Refused()
    {
        foreach (var at in (int[])[0, 1, 100, 254, 255])
        {
            await world.RefusesAsync(401, world.Message(), Forge.Token(sign: signed =>
            {
                var signature = world.Key.Sign(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                signature[at] ^= 1;
                return signature;
            }));
        }

        await world.RefusesAsync(401, world.Message(), Forge.Token(sign: static _ => []));
        await world.RefusesAsync(401, world.Message(), Forge.Token(sign: static _ => new byte[256]));
    }

    [Fact]
    [Statement(7)]
    [Statement(30)]
    public async Task Any_Algorithm_But_RS256_Is_Refused_Even_With_A_Key_Of_The_Set()
    {
        foreach (var none in (string[])["none", "None", "NONE", "", " RS256", "rs256"])
        {
            await world.RefusesAsync(401, world.Message(), Forge.Token(header: header => header["alg"] = none, sign: static _ => []));
            await world.RefusesAsync(401, world.Message(), Forge.Token(header: header => header["alg"] = none));
        }

        byte[][] secrets = [world.Key.PublicKey, Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", world.Key.PublicKey))];
        foreach (var secret in secrets)
        {
            await world.RefusesAsync(401, world.Message(), Forge.Token(
                header: static header => header["alg"] = "HS256", sign: signed => HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed))));
        }

        (string Name, HashAlgorithmName Hash, RSASignaturePadding Padding)[] others =
        [
            ("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1), ("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            ("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ];
        foreach (var (name, hash, padding) in others)
        {
            await world.RefusesAsync(401, world.Message(), Forge.Token(header: header => header["alg"] = name, sign: signed => world.Key.Sign(signed, hash, padding)));
        }
    }

    [Theory]
    [Statement(8)]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.azure.cn")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://API.botframework.com")]
    [InlineData("http://api.botframework.com")]
    [InlineData("")]
    public async Task Another_Issuer_Is_Refused_At_A_Bot_Of_The_Public_Cloud(string issuer)
    {
        await using var open = await ForgedWorld.StartAsync(CredBot.Bot.Connector.BotCloud.Public);

        await open.RefusesAsync(401, open.Message(), open.Forge.Token(claims => claims["iss"] = issuer));
        await open.RefusesAsync(401, open.Message(), open.Forge.Token(static claims => claims.Remove("iss")));
        await open.HearsAsync(open.Message());
    }

    [Fact]
    [Statement(9)]
    public async Task An_Entra_Token_Of_Our_Own_Tenant_Is_Refused_In_Production()
    {
        using var entra = new ForgedKey("entra-key", "msteams");
        foreach (var (issuer, version, app) in Entra(ForgedWorld.Tenant))
        {
            void Emulated(JsonObject claims) => (claims["iss"], claims["ver"], claims[app], claims["tid"]) = (issuer, version, ForgedWorld.AppId, ForgedWorld.Tenant);
            await world.RefusesAsync(401, world.Message(), Forge.Token(Emulated, signedBy: entra));
            await world.RefusesAsync(401, world.Message(), Forge.Token(Emulated));
        }
    }

    [Theory]
    [Statement(10)]
    [InlineData("Production")]
    [InlineData("Development")]
    [InlineData("Playground")]
    public async Task An_Entra_Token_Of_Another_Tenant_Is_Refused_In_Every_Environment_And_No_List_Grows(string environment)
    {
        await using var other = await ForgedWorld.StartAsync(environment: environment, settings: $"--Bot:AllowedTenants:0={ForgedWorld.Tenant}");
        using var entra = new ForgedKey("entra-key", "msteams");
        other.Channel.Keys = [other.Key, entra];
        for (var attempt = 0; attempt < 2; attempt++)
        {
            foreach (var (issuer, version, app) in Entra(OtherTenant))
            {
                var token = other.Forge.Token(
                    claims => (claims["iss"], claims["ver"], claims[app], claims["tid"]) = (issuer, version, ForgedWorld.AppId, OtherTenant), signedBy: entra);
                await other.RefusesAsync(401, other.Message(), token);
            }
        }

        await other.HearsAsync(other.Message());
    }

    [Theory]
    [Statement(11)]
    [InlineData("appid", "1.0")]
    [InlineData("azp", "2.0")]
    public async Task A_Token_Given_To_Another_App_Is_Refused_Whoever_Issued_It(string app, string version)
    {
        void Skill(JsonObject claims) => (claims["ver"], claims[app]) = (version, OtherApp);

        await world.RefusesAsync(401, world.Message(), Forge.Token(Skill));
        foreach (var (issuer, _, _) in Entra(ForgedWorld.Tenant))
        {
            await world.RefusesAsync(401, world.Message(), Forge.Token(claims =>
            {
                Skill(claims);
                claims["iss"] = issuer;
            }));
        }
    }

    [Theory]
    [Statement(12)]
    [InlineData(OtherApp)]
    [InlineData("api://33333333-3333-4333-8333-333333333333")]
    [InlineData("api://botid-33333333-3333-4333-8333-333333333333")]
    [InlineData("https://api.botframework.com")]
    [InlineData("")]
    public async Task Another_Audience_Is_Refused(string audience)
    {
        await world.RefusesAsync(401, world.Message(), Forge.Token(claims => claims["aud"] = audience));
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims.Remove("aud")));
    }

    [Fact]
    [Statement(13)]
    public async Task Five_Minutes_Of_A_Wrong_Clock_Are_Allowed_And_An_End_Is_Wanted()
    {
        void Ends(JsonObject claims, double minutes) => claims["exp"] = Forge.Seconds(TimeSpan.FromMinutes(minutes));
        void Begins(JsonObject claims, double minutes) => claims["nbf"] = Forge.Seconds(TimeSpan.FromMinutes(minutes));

        await world.HearsAsync(world.Message(), Forge.Token(claims => Ends(claims, -4)));
        await world.HearsAsync(world.Message(), Forge.Token(claims => Begins(claims, 4)));
        await world.RefusesAsync(401, world.Message(), Forge.Token(claims => Ends(claims, -6)));
        await world.RefusesAsync(401, world.Message(), Forge.Token(claims => Begins(claims, 6)));
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims.Remove("exp")));
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims["exp"] = "tomorrow"));
    }

    [Fact]
    [Statement(14)]
    [Statement(15)]
    [Statement(16)]
    public async Task The_Token_Names_The_Service_That_The_Activity_Names()
    {
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims.Remove("serviceurl")));
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims["serviceurl"] = null));
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims["serviceurl"] = ""));
        await world.RefusesAsync(401, world.Message(), Forge.Token(claims => claims["serviceurl"] = $"{world.ServiceUrl}/other"));
        await world.RefusesAsync(401, world.Message(), Forge.Token(static claims => claims["serviceurl"] = "https://smba.trafficmanager.net/kr"));
        await world.RefusesAsync(401, world.Message().With("serviceUrl", "https://evil.example/"));
        await world.HearsAsync(world.Message(), Forge.Token(claims => claims["serviceurl"] = $"{world.ServiceUrl.ToUpperInvariant()}/"));
        await world.HearsAsync(world.Message().With("serviceUrl", $"{world.ServiceUrl}/"));
    }

    /// <summary>Issuers of Entra's two token versions and the claim that names the caller. Source: Entra docs «Access token claims».</summary>
    private static (string Issuer, string Version, string App)[] Entra(string tenant) =>
    [
        ($"https://sts.windows.net/{tenant}/", "1.0", "appid"), ($"https://login.microsoftonline.com/{tenant}/v2.0", "2.0", "azp"),
    ];
}
