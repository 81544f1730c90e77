using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.People;

/// <summary>What stands in the tenant's logs when it starts: <c>seeds/logs.json</c>. Times are minutes before the start.</summary>
internal sealed record LogSeed
{
    /// <summary>Interactive sign-ins.</summary>
    public required IReadOnlyList<SignInSeed> SignIns { get; init; }

    /// <summary>What was done to people's accounts.</summary>
    public required IReadOnlyList<AuditSeed> Audits { get; init; }

    /// <summary>People whom Identity Protection knows.</summary>
    public required IReadOnlyList<RiskSeed> Risks { get; init; }

    /// <exception cref="InvalidOperationException">The seeds were not built into the assembly.</exception>
    public static LogSeed Load()
    {
        using var stream = typeof(LogSeed).Assembly.GetManifestResourceStream("logs.json")
            ?? throw new InvalidOperationException("seeds/logs.json is not part of this build.");
        return JsonSerializer.Deserialize(stream, LogSeedJson.Default.LogSeed)!;
    }
}

/// <summary>One sign-in.</summary>
internal sealed record SignInSeed
{
    /// <value>Id of a person.</value>
    public required string Person { get; init; }

    public required int MinutesAgo { get; init; }

    /// <value>0 for a success, else the digits of an AADSTS code.</value>
    public int ErrorCode { get; init; }

    /// <value>As Entra words it; null for «Other.», which is what it says of a success.</value>
    public string? FailureReason { get; init; }
}

/// <summary>One line of the audit log.</summary>
internal sealed record AuditSeed
{
    /// <value>Id of the person it was done to.</value>
    public required string Person { get; init; }

    public required int MinutesAgo { get; init; }

    public required string Activity { get; init; }

    /// <value>Id of who did it; null for themself.</value>
    public string? By { get; init; }

    /// <value>True for the directory's own service, false for self-service password management.</value>
    public bool Core { get; init; }

    /// <value>The reason of a failure; null for a success.</value>
    public string? Failure { get; init; }
}

/// <summary>What Identity Protection holds against a person.</summary>
internal sealed record RiskSeed
{
    /// <value>Id of a person.</value>
    public required string Person { get; init; }

    public required int MinutesAgo { get; init; }

    /// <value><c>low</c>, <c>medium</c> or <c>high</c>.</value>
    public required string Level { get; init; }

    /// <value>E.g. <c>atRisk</c>, <c>dismissed</c>.</value>
    public required string State { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LogSeed))]
internal sealed partial class LogSeedJson : JsonSerializerContext;
