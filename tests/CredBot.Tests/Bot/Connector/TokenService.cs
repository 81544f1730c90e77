using System.Net;
using System.Text;
using System.Web;
using CredBot.Bot.Connector;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CredBot.Tests.Bot.Connector;

/// <summary>The product's own client over a token service that answers what it is told, also what the real one would not.</summary>
internal sealed class TokenService : HttpMessageHandler
{
    public const string Living = """{"channelId":"msteams","connectionName":"graph","token":"eyJ-token"}""";
    public const string AppId = "11111111-1111-4111-8111-111111111111";

    public TokenService()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = AppId,
            ["Bot:TenantId"] = "22222222-2222-4222-8222-222222222222",
            ["Bot:Cloud"] = "Custom",
            ["Bot:Credential"] = "Secret",
            ["Bot:ClientSecret"] = "s",
            ["Bot:Issuer"] = "http://127.0.0.1:1",
            ["Bot:OpenIdMetadataUrl"] = "http://127.0.0.1:1",
            ["Bot:TokenServiceUrl"] = "http://127.0.0.1:1",
            ["Bot:LoginUrl"] = "http://127.0.0.1:1",
            ["Bot:TrustedServiceHosts:0"] = "127.0.0.1",
        }).Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddBot();
        services.AddHttpClient(UserTokenClient.Client).ConfigurePrimaryHttpMessageHandler(() => this);
        services.AddHttpClient(BotTokenSource.Client).ConfigurePrimaryHttpMessageHandler(() => this);
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public FakeTimeProvider Time { get; } = new(Turns.Now);

    public UserTokenClient Client => Services.GetRequiredService<UserTokenClient>();

    /// <summary>Every request to the service itself.</summary>
    public List<Uri> Requests { get; } = [];

    public string SignInResource { get; set; } = """{"signInLink":"https://token.example/signin","tokenExchangeResource":{"id":"exchange-1"}}""";

    /// <summary>The stored token of a user, or the one behind a code; null for none.</summary>
    public Func<string, string?, string?> Token { get; set; } = static (_, _) => null;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        if (uri.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
        {
            return Task.FromResult(Json("""{"access_token":"t","expires_in":86400}"""));
        }

        Requests.Add(uri);
        var query = HttpUtility.ParseQueryString(uri.Query);
        return Task.FromResult(uri.AbsolutePath.EndsWith("GetSignInResource", StringComparison.Ordinal)
            ? Json(SignInResource)
            : Token(query["userId"]!, query["code"]) is { } token ? Json(token) : new HttpResponseMessage(HttpStatusCode.NotFound));
    }

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
