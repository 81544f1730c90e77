using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>What could be read of the asker's own account. Null means «could not be read».</summary>
internal sealed record ResetPasswordFacts
{
    public required DirectoryUser User { get; init; }

    /// <summary>Their authentication methods, the password left out.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>The registration report; most people may not read even their own line.</summary>
    public Registration? Registration { get; init; }

    /// <summary>Who checks the passwords of their domain.</summary>
    public DirectoryDomain? Domain { get; init; }

    /// <summary>What their licences let them use.</summary>
    public LicencePlans? Plans { get; init; }

    /// <summary>Directory roles they hold now.</summary>
    public IReadOnlyList<RoleAssignment>? Roles { get; init; }

    /// <summary>Whether administrators may reset their own password; read for administrators only.</summary>
    public bool? AdminsMayReset { get; init; }

    /// <summary>What was looked for and could not be read, except what is closed to nearly everybody.</summary>
    public IReadOnlyList<Unseen> Unseen { get; init; } = [];

    /// <summary>An administrator's own reset asks for more, whichever source says so.</summary>
    public bool IsAdmin => Roles is { Count: > 0 } || Registration is { IsAdmin: true };
}
