using System.Globalization;
using System.Text.Json.Nodes;

namespace CredBot.DemoTenant.Graph;

/// <summary>A reset under way: what it says depends on when it is asked.</summary>
internal sealed record PasswordOperation
{
    /// <summary>How long it has not even started.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromSeconds(1);

    public required string Id { get; init; }

    /// <value>Path and query below the version; asked for with any other letter, it does not exist.</value>
    public required string Target { get; init; }

    /// <value>Person id of the administrator who asked for it.</value>
    public required string StartedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <value>Null when it ends well.</value>
    public required string? Failure { get; init; }

    public JsonObject Describe(DateTimeOffset now)
    {
        var ended = now >= EndsAt;
        var started = now >= CreatedAt + Waiting;
        return new JsonObject
        {
            ["id"] = Id,
            ["createdDateTime"] = Precise(CreatedAt),
            ["lastActionDateTime"] = Precise(ended ? EndsAt : started ? CreatedAt + Waiting : CreatedAt),
            ["resourceLocation"] = null,
            ["status"] = ended ? Failure is null ? "succeeded" : "failed" : started ? "running" : "notStarted",
            ["statusDetail"] = ended ? Failure : null,
        };
    }

    private static string Precise(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
