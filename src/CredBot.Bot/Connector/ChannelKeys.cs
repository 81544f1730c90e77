using System.Net.Http.Json;
using System.Text.Json;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CredBot.Bot.Connector;

/// <summary>The keys that the channel signs with: fetched when first needed, again within a day, and once when an unknown key turns up.</summary>
/// <remarks>Source: bot-docs «Authentication with the Bot Connector API»: refresh at least every 24 h, new keys can appear at any time.</remarks>
public sealed partial class ChannelKeys(IHttpClientFactory clients, IOptions<BotOptions> options, TimeProvider time, ILogger<ChannelKeys> logger) : IDisposable
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string Client = "channel-keys";

    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>At most one fetch in this time for keys that nobody knows, so that forged key ids cannot make us hammer the issuer.</summary>
    private static readonly TimeSpan BetweenForcedFetches = TimeSpan.FromMinutes(5);

    /// <summary>How long a failed fetch is left alone.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim gate = new(1);
    private volatile Snapshot? current;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset forcedAt = DateTimeOffset.MinValue;

    private sealed record Snapshot(IReadOnlyDictionary<string, JsonWebKey> Keys, DateTimeOffset FetchedAt);

    /// <summary>Whether keys are at hand.</summary>
    public async Task<bool> ReadyAsync(CancellationToken cancellationToken) => await GetAsync(cancellationToken) is not null;

    /// <returns>Null for a key that the channel does not have, and while its keys cannot be fetched.</returns>
    internal async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        var known = await GetAsync(cancellationToken);
        if (known is not null && known.Keys.TryGetValue(keyId, out var key))
        {
            return key;
        }

        var refreshed = await FetchAsync(seen: known, forced: true, cancellationToken);
        return refreshed?.Keys.GetValueOrDefault(keyId);
    }

    public void Dispose() => gate.Dispose();

    private async Task<Snapshot?> GetAsync(CancellationToken cancellationToken) =>
        current is { } fresh && time.GetUtcNow() - fresh.FetchedAt < Life ? fresh : await FetchAsync(current, forced: false, cancellationToken);

    private async Task<Snapshot?> FetchAsync(Snapshot? seen, bool forced, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (!ReferenceEquals(current, seen) || now < notBefore || (forced && seen is not null && now - forcedAt < BetweenForcedFetches))
            {
                return current;
            }

            if (forced)
            {
                forcedAt = now;
            }

            return current = new Snapshot(await DownloadAsync(cancellationToken), now);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or TaskCanceledException or NotSupportedException
            && !cancellationToken.IsCancellationRequested)
        {
            // Old keys serve on; a failure is never remembered for longer than a moment.
            notBefore = time.GetUtcNow() + AfterFailure;
            Log.FetchFailed(logger, failure);
            return current;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<IReadOnlyDictionary<string, JsonWebKey>> DownloadAsync(CancellationToken cancellationToken)
    {
        var http = clients.CreateClient(Client);
        var metadata = await http.GetFromJsonAsync(BotCloudSettings.From(options.Value).OpenIdMetadataUrl, ConnectorJson.Default.JsonElement, cancellationToken);
        var keysUrl = ((JsonElement?)metadata).Member("jwks_uri").String() ?? throw new JsonException("The metadata names no key set.");
        var keys = new JsonWebKeySet(await http.GetStringAsync(keysUrl, cancellationToken));
        Log.Fetched(logger, keys.Keys.Count);
        return keys.Keys.Where(static key => key.KeyId is { Length: > 0 }).DistinctBy(static key => key.KeyId).ToDictionary(static key => key.KeyId);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Fetched {Count} channel keys.")]
        public static partial void Fetched(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "The channel's keys could not be fetched.")]
        public static partial void FetchFailed(ILogger logger, Exception failure);
    }
}
