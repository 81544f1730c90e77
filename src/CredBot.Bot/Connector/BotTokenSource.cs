using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>The bot's own token: one at a time, renewed five minutes before its end, never logged.</summary>
public sealed class BotTokenSource(IHttpClientFactory clients, IOptions<BotOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string Client = "bot-token";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private readonly BotCloudSettings cloud = BotCloudSettings.From(options.Value);
    private readonly SemaphoreSlim gate = new(1);
    private AccessToken? current;

    /// <summary>A token with at least five minutes left.</summary>
    /// <param name="refused">A token the other side refused: it is dropped first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Secret> GetAsync(Secret? refused, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (current is not { } token || token.Token == refused?.Value || token.ExpiresOn - RenewBefore <= time.GetUtcNow())
            {
                current = token = await RequestAsync(fresh: refused is not null, cancellationToken);
            }

            return new Secret(token.Token);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<AccessToken> RequestAsync(bool fresh, CancellationToken cancellationToken)
    {
        if (cloud.PlainHttp && options.Value.Credential is BotCredential.Secret)
        {
            return await RequestWithSecretAsync(cancellationToken);
        }

        // Everybody is asked for the default scope of the resource; for a managed identity Azure.Identity cuts that down to the resource itself.
        // A new credential each time: an old one keeps what it was given, and would give a refused token again.
        return await Credential(fresh).GetTokenAsync(Ask(cloud.Scope, fresh && options.Value.Credential is BotCredential.ManagedIdentity), cancellationToken);
    }

    /// <remarks>A managed identity's tokens are kept for the whole process; one that is asked with claims, however empty, is not answered from there.</remarks>
    private static TokenRequestContext Ask(string scope, bool fresh) => new([scope], claims: fresh ? "{}" : null);

    private TokenCredential Credential(bool fresh)
    {
        var (bot, authority) = (options.Value, new Uri(cloud.LoginUrl));
        return bot.Credential switch
        {
            BotCredential.Certificate => new ClientCertificateCredential(
                bot.TenantId, bot.AppId, X509CertificateLoader.LoadPkcs12FromFile(bot.CertificatePath!, null),
                new ClientCertificateCredentialOptions { AuthorityHost = authority, Transport = Transport(), SendCertificateChain = true }),
            BotCredential.Secret => new ClientSecretCredential(
                bot.TenantId, bot.AppId, bot.ClientSecret, new ClientSecretCredentialOptions { AuthorityHost = authority, Transport = Transport() }),
            BotCredential.Federated => new ClientAssertionCredential(
                bot.TenantId, bot.AppId, token => AssertionAsync(fresh, token), new ClientAssertionCredentialOptions { AuthorityHost = authority, Transport = Transport() }),
            _ => ManagedIdentity(),
        };
    }

    private ManagedIdentityCredential ManagedIdentity()
    {
        var id = options.Value.ManagedIdentityClientId is { Length: > 0 } clientId ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned;
        return new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(id) { Transport = Transport() });
    }

    /// <summary>The host's own client, which follows no redirect with a secret in its hands.</summary>
    private HttpClientTransport Transport() => new(clients.CreateClient(Client));

    private async Task<string> AssertionAsync(bool fresh, CancellationToken cancellationToken) =>
        (await ManagedIdentity().GetTokenAsync(Ask("api://AzureADTokenExchange/.default", fresh), cancellationToken)).Token;

    /// <summary>Azure.Identity refuses authorities without TLS, rightly; a tenant on loopback is asked directly.</summary>
    private async Task<AccessToken> RequestWithSecretAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.Value.AppId,
            ["client_secret"] = options.Value.ClientSecret!,
            ["scope"] = cloud.Scope,
        });
        using var response = await clients.CreateClient(Client).PostAsync($"{cloud.LoginUrl}/{options.Value.TenantId}/oauth2/v2.0/token", form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync(ConnectorJson.Default.JsonElement, cancellationToken);
        var token = ((JsonElement?)answer).Member("access_token").String() ?? throw new AuthenticationFailedException("The token endpoint gave no token.");
        return new AccessToken(token, time.GetUtcNow().AddSeconds(answer.GetProperty("expires_in").GetInt32()));
    }
}
