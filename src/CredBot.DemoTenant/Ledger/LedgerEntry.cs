using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.Ledger;

/// <summary>One write that reached Graph, done or refused. There is no room in it for what the write carried.</summary>
internal sealed record LedgerEntry
{
    public required DateTimeOffset At { get; init; }

    /// <value>A person's id; <c>app</c> for an app, <c>unknown</c> for a token that proves nobody.</value>
    public required string Caller { get; init; }

    public required string Method { get; init; }

    /// <value>The whole path without the query.</value>
    public required string Path { get; init; }

    /// <value>A person's id; absent when nobody's account was meant.</value>
    public string? Subject { get; init; }

    public required int Status { get; init; }

    /// <value>Id of the long-running operation that the write began; absent for others.</value>
    public string? Operation { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<LedgerEntry>))]
internal sealed partial class LedgerJson : JsonSerializerContext;
