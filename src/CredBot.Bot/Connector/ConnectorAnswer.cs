using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Connector;

/// <summary>One answer of the connector, whatever its shape: JSON in two dialects, nothing, or a gateway's HTML page.</summary>
/// <param name="Status">HTTP status; 0 where no answer came.</param>
/// <param name="Id">The id of what was made; empty where none was given.</param>
/// <param name="Code">Teams' error code.</param>
/// <param name="RetryAfter">As the channel asked.</param>
internal sealed record ConnectorAnswer(int Status, string Id, string? Code, TimeSpan? RetryAfter)
{
    public static async Task<ConnectorAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var json = Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        var code = json.Member("error").Member("code").String() ?? json.Member("message").String() switch
        {
            { } inner => Parse(inner).Member("subCode").String(),
            _ => null,
        };
        return new ConnectorAnswer((int)response.StatusCode, json.Member("id").String() ?? "", code, response.Headers.RetryAfter?.Delta);
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
