using System.Text.Json.Serialization;
using CredBot.Dialogs.Assurance;

namespace CredBot.Dialogs.Safeguards;

/// <summary>What a tenant's safeguards remember: a few days, no words of anybody.</summary>
internal sealed record SafeguardsDocument
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }
    public required string Tenant { get; init; }
    public IReadOnlyList<SafeguardEntry> Entries { get; init => field = value ?? []; } = [];
    public IReadOnlyList<Freeze> Frozen { get; init => field = value ?? []; } = [];

    /// <summary>Operation that posts alarms to a channel or group; null: only the people on call are told.</summary>
    public string? AlarmRoom { get; init; }

    /// <summary>Changes without verification since the last report.</summary>
    public IReadOnlyList<MadeException> Exceptions { get; init => field = value ?? []; } = [];

    /// <summary>When they are reported; null where there is none.</summary>
    public DateTimeOffset? ReportAt { get; init; }

    /// <summary>How often the threat level was changed; odd while it is raised.</summary>
    public int Threat { get; init; }

    [JsonIgnore]
    public bool IsRaised => Threat % 2 is 1;
}

/// <summary>One request that was let begin.</summary>
internal sealed record SafeguardEntry
{
    public required string Operation { get; init; }
    public required string Agent { get; init; }
    public required string Subject { get; init; }
    public required Purpose Purpose { get; init; }
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When it was let act; null before.</summary>
    public DateTimeOffset? ActedAt { get; init; }

    /// <summary>Whether it changed the account, or may have; null while that is open.</summary>
    public bool? Changed { get; init; }

    /// <summary>It acted, and nobody knows that it changed nothing.</summary>
    [JsonIgnore]
    public bool MayHaveChanged => ActedAt is not null && Changed is not false;
}

/// <summary>A change that was made without verification.</summary>
/// <param name="Operation">The request.</param>
/// <param name="Agent">Object id of who asked.</param>
/// <param name="Approver">Object id of who took it upon themselves.</param>
/// <param name="Subject">Object id of the person affected.</param>
/// <param name="At">When it was let act.</param>
internal sealed record MadeException(string Operation, string Agent, string Approver, string Subject, DateTimeOffset At);

/// <summary>Nobody resets this person until then.</summary>
/// <param name="Subject">Object id.</param>
/// <param name="Operation">The request that was objected to.</param>
/// <param name="Until">When it ends by itself.</param>
internal sealed record Freeze(string Subject, string Operation, DateTimeOffset Until);
