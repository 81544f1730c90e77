using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;

namespace CredBot.Engine.Conversations;

/// <summary>A <see cref="ConnectorResult"/> on its way between grains.</summary>
internal sealed record Redrawn(string? Sent, int? Refused, string? Code, bool Unreachable, double? RetryAfter)
{
    public static Cloaked Write(ConnectorResult result) => new()
    {
        Json = JsonSerializer.Serialize(
            result switch
            {
                ConnectorResult.Sent sent => new Redrawn(sent.Id, null, null, false, null),
                ConnectorResult.Refused refused => new Redrawn(null, refused.Status, refused.Code, refused.Unreachable, null),
                ConnectorResult.Failed failed => new Redrawn(null, null, null, false, failed.RetryAfter?.TotalSeconds),
                _ => throw new NotSupportedException(),
            },
            EngineJson.Wire.Redrawn),
    };

    public static ConnectorResult Read(Cloaked text) => JsonSerializer.Deserialize(text.Json, EngineJson.Wire.Redrawn) switch
    {
        { Sent: { } id } => new ConnectorResult.Sent(id),
        { Refused: { } status } refused => new ConnectorResult.Refused(status, refused.Code, refused.Unreachable),
        var failed => new ConnectorResult.Failed(failed?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
    };
}
