using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;

namespace CredBot.Dialogs.OwnError;

/// <summary>What could be read about the asker's failing password. Null means «could not be read».</summary>
internal sealed record OwnErrorFacts
{
    public required DirectoryUser User { get; init; }

    /// <summary>Their authentication methods, the password left out.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>Who checks the passwords of their domain.</summary>
    public DirectoryDomain? Domain { get; init; }

    /// <summary>Newest first; for report readers only.</summary>
    public IReadOnlyList<SignInAttempt>? SignIns { get; init; }

    /// <summary>Newest first; for report readers only.</summary>
    public IReadOnlyList<AuditRecord>? Audits { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
