using System.Net.Http.Headers;
using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Connector;

/// <summary>One answer of the connector, whatever its shape: JSON in two dialects, nothing, or a gateway's HTML page.</summary>
/// <param name="Status">HTTP status; 0 where no answer came.</param>
/// <param name="Id">The id of what was made; empty where none was given.</param>
/// <param name="Code">Teams' error code.</param>
/// <param name="RetryAfter">As the channel asked, from now on.</param>
/// <remarks>Source: Teams docs «Send and receive messages», status codes: <c>{error:{code}}</c>, or <c>{errorCode, message}</c> with JSON inside a string.</remarks>
internal sealed record ConnectorAnswer(int Status, string Id, string? Code, TimeSpan? RetryAfter)
{
    /// <summary>Nobody is told to wait longer: by then nobody waits for the message either.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>No answer came, but the request may have arrived.</summary>
    public bool IsLost { get; init; }

    public static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // As bytes: a gateway's page may name a character set that does not exist.
        var json = Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var code = json.Member("error").Member("code").String() ?? json.Member("message").String() switch
        {
            { } inner => Parse(System.Text.Encoding.UTF8.GetBytes(inner)).Member("subCode").String(),
            _ => null,
        };
        return new ConnectorAnswer((int)response.StatusCode, json.Member("id").String() ?? "", code, Wait(response.Headers.RetryAfter, now));
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? asked, DateTimeOffset now) => (asked?.Delta ?? asked?.Date - now) switch
    {
        null => null,
        { Ticks: < 0 } => TimeSpan.Zero,
        var wait => wait < LongestRetryAfter ? wait : LongestRetryAfter,
    };

    private static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var json = JsonDocument.Parse(utf8);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
