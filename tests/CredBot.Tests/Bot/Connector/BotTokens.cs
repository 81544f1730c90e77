using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Web;
using CredBot.Bot.Connector;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Connector;

public sealed class BotTokens
{
    private const string Scope = "https://api.botframework.com/.default";
    private const string Identity = "33333333-3333-4333-8333-333333333333";

    [Theory]
    [Statement(63)]
    [InlineData("Public", "login.microsoftonline.com", Scope)]
    [InlineData("UsGov", "login.microsoftonline.us", "https://api.botframework.us/.default")]
    [InlineData("China", "login.partner.microsoftonline.cn", "https://api.botframework.azure.cn/.default")]
    public async Task A_Bot_Asks_Its_Own_Tenant_In_Its_Own_Cloud_For_The_Default_Scope(string cloud, string host, string scope)
    {
        await using var wire = new Wire(("Bot:Cloud", cloud));

        await GetAsync(wire);

        var call = Assert.Single(wire.TokenCalls);
        var form = HttpUtility.ParseQueryString(call.Body);
        Assert.Equal(("POST", host, $"/{Wire.Tenant}/oauth2/v2.0/token"), (call.Method, call.Url.Host, call.Url.AbsolutePath));
        Assert.Equal(("client_credentials", Wire.AppId, "s"), (form["grant_type"], form["client_id"], form["client_secret"]));
        Assert.Equal([scope], form["scope"]!.Split(' ').Where(static part => part.StartsWith("https:", StringComparison.Ordinal)));
    }

    [Fact]
    [Statement(63)]
    public async Task A_Certificate_Signs_What_A_Secret_Would_Say()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddHours(1));
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12), TestContext.Current.CancellationToken);
            await using var wire = new Wire(("Bot:Credential", "Certificate"), ("Bot:CertificatePath", path));

            await GetAsync(wire);

            var call = Assert.Single(wire.TokenCalls);
            var form = HttpUtility.ParseQueryString(call.Body);
            Assert.Equal($"/{Wire.Tenant}/oauth2/v2.0/token", call.Url.AbsolutePath);
            Assert.Contains(Scope, form["scope"], StringComparison.Ordinal);
            Assert.StartsWith("eyJ", form["client_assertion"], StringComparison.Ordinal);
            Assert.Null(form["client_secret"]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [Statement(63)]
    [InlineData(null)]
    [InlineData(Identity)]
    public async Task A_Managed_Identity_Is_Asked_For_The_Resource_Without_The_Default_Scope(string? clientId)
    {
        await using var wire = new Wire(("Bot:Credential", "ManagedIdentity"), ("Bot:ManagedIdentityClientId", clientId ?? ""));

        await GetAsync(wire);

        var query = HttpUtility.ParseQueryString(wire.TokenCalls.Last().Url.Query);
        Assert.Equal(("https://api.botframework.com", clientId), (query["resource"], query["client_id"]));
    }

    [Fact]
    [Statement(63)]
    public async Task A_Federated_Credential_Shows_The_Identitys_Token_To_The_Tenant()
    {
        await using var wire = new Wire(("Bot:Credential", "Federated"), ("Bot:ManagedIdentityClientId", Identity));

        Assert.Equal("t2", (await GetAsync(wire)).Value);

        Assert.Equal(2, wire.TokenCalls.Count);
        Assert.Equal("api://AzureADTokenExchange", HttpUtility.ParseQueryString(wire.TokenCalls.First().Url.Query)["resource"]);
        var form = HttpUtility.ParseQueryString(wire.TokenCalls.Last().Body);
        Assert.Equal($"/{Wire.Tenant}/oauth2/v2.0/token", wire.TokenCalls.Last().Url.AbsolutePath);
        Assert.Equal("t1", form["client_assertion"]);
        Assert.Contains(Scope, form["scope"], StringComparison.Ordinal);
    }

    [Fact]
    [Statement(64)]
    public async Task Fifty_First_Sends_At_Once_Ask_For_One_Token()
    {
        await using var wire = new Wire();
        var gate = new TaskCompletionSource();
        wire.TokenGate = gate.Task;

        var sends = Enumerable.Range(0, 50).Select(number => wire.SendAsync(Wire.Chat($"a:{number}"))).ToList();
        gate.SetResult();
        var results = await Task.WhenAll(sends);

        Assert.All(results, static result => Assert.IsType<ConnectorResult.Sent>(result));
        Assert.Single(wire.TokenCalls);
        Assert.Equal(50, wire.Calls.Count(static call => call.Token is "t1"));
    }

    [Fact]
    [Statement(65)]
    public async Task A_Token_Is_Renewed_Five_Minutes_Before_Its_End()
    {
        await using var wire = new Wire();

        Assert.Equal("t1", (await GetAsync(wire)).Value);
        wire.Time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("t1", (await GetAsync(wire)).Value);
        wire.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("t2", (await GetAsync(wire)).Value);
    }

    [Theory]
    [Statement(65)]
    [InlineData("Secret")]
    [InlineData("ManagedIdentity")]
    public async Task A_Refused_Token_Is_Renewed_Once_And_Then_The_Refusal_Is_Told(string credential)
    {
        await using var wire = new Wire(("Bot:Credential", credential), ("Bot:ManagedIdentityClientId", Guid.NewGuid().ToString()));
        wire.Answer = static call => Wire.Reply(call.Token is "t2" ? 201 : 401, """{"error":{"code":"AuthorizationError"}}""");

        Assert.IsType<ConnectorResult.Sent>(await wire.SendAsync());
        Assert.Equal(["t1", "t2"], wire.Calls.Select(static call => call.Token));
        wire.Calls.Clear();
        wire.Answer = static _ => Wire.Reply(401, """{"error":{"code":"AuthorizationError"}}""");

        Assert.Equal(new ConnectorResult.Refused(401, "AuthorizationError", false), await wire.SendAsync());
        Assert.Equal(["t2", "t3"], wire.Calls.Select(static call => call.Token));
    }

    private static Task<Secret> GetAsync(Wire wire) => wire.Tokens.GetAsync(null, TestContext.Current.CancellationToken);
}
