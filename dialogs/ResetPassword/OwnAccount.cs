using CredBot.Graph;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>What could be read of the asker's own account. Null means «could not be read».</summary>
internal sealed record OwnAccount
{
    public required DirectoryUser User { get; init; }

    /// <summary>Their authentication methods, the password left out.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>The registration report; most people may not read even their own line.</summary>
    public Registration? Registration { get; init; }

    /// <summary>Who checks the passwords of their domain.</summary>
    public DirectoryDomain? Domain { get; init; }

    /// <summary>Why something is null, for the card; null where all that decides was read.</summary>
    public GraphError? Unread { get; init; }
}
