using CredBot.Dialogs.Assurance;

namespace CredBot.Dialogs.Routing;

/// <summary>What an operation asks of the tenant's safeguards, before it begins and again before it acts.</summary>
internal sealed record SafeguardAsk
{
    /// <summary>Name of the flow.</summary>
    public const string FlowName = "safeguards";

    /// <summary>Signals to the safeguards: may this begin, may it act now, and how it ended.</summary>
    public const string Open = "open", Act = "act", Ended = "ended";

    /// <summary>Signals from them; with <see cref="Granted"/> comes a <see cref="SafeguardGrant"/>, with <see cref="Refused"/> a <see cref="SafeguardRefusal"/>.</summary>
    public const string Granted = "safeguardGranted", Refused = "safeguardRefused";

    public required string Operation { get; init; }
    public required string Tenant { get; init; }

    /// <summary>Object id of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>Object id of the person affected.</summary>
    public required string Subject { get; init; }
    public required Purpose Purpose { get; init; }

    /// <summary>With <see cref="Act"/>: the threat level that the grant of before was made at.</summary>
    public int Threat { get; init; }

    /// <summary>How often the operation has asked to act; each answer is a signal of its own.</summary>
    public int Round { get; init; }

    /// <summary>With <see cref="Ended"/>: whether the account was changed, or may have been.</summary>
    public bool Changed { get; init; }

    /// <summary>Object id of who made an exception from verification; null where it was verified, and before.</summary>
    public string? Approver { get; init; }

    /// <summary>Begins a tenant's safeguards without asking anything.</summary>
    public static SafeguardAsk ForTenant(Requester who) =>
        new() { Operation = OperationId(who.Tenant), Tenant = who.Tenant, Agent = who.Id, Subject = who.Id, Purpose = Purpose.PasswordReset };

    /// <summary>The safeguards of a tenant are one.</summary>
    public static string OperationId(string tenant) => $"safeguards-{tenant}";
}

/// <summary>It may begin, or act.</summary>
/// <param name="Raise">Levels on top of the class's own.</param>
/// <param name="Threat">The number of the threat level in force; another one voids the grant.</param>
internal sealed record SafeguardGrant(int Raise, int Threat);
