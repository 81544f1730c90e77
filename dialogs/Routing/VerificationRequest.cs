using CredBot.Dialogs.Assurance;

namespace CredBot.Dialogs.Routing;

/// <summary>What has to be shown before an operation may act: the intent of a verification, which any operation may start.</summary>
internal sealed record VerificationRequest
{
    /// <summary>Name of the flow.</summary>
    public const string FlowName = "verification";

    /// <summary>Signals by which the operation hears how it ended; with <see cref="Verified"/> comes a <see cref="VerificationRecord"/>, with <see cref="NotVerified"/> one of <see cref="VerificationEnd"/>.</summary>
    public const string Verified = "verified", NotVerified = "notVerified";

    /// <summary>The agent. Their card shows the number, and what is read for it is read under their token.</summary>
    public required Requester Requester { get; init; }

    /// <summary>As the directory calls the agent; shown to whoever is asked.</summary>
    public required string RequesterName { get; init; }

    /// <summary>What is bound: the operation, its purpose, the agent, the person affected, their class, the level, the policy.</summary>
    public required RequestFacts Facts { get; init; }

    /// <summary>As the directory calls the person affected.</summary>
    public required string SubjectName { get; init; }

    /// <summary>The agent's own words; only who approves an exception reads them.</summary>
    public string Reason { get; init => field = value ?? ""; } = "";

    /// <summary>Language of the agent's card.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the agent's message: while it lasts the verification draws it, before and after whoever started it does.</summary>
    public required string CardKey { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>The verification of an operation is one.</summary>
    public static string OperationId(string operation) => $"{operation}:verification";
}
