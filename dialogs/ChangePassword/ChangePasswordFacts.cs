using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;

namespace CredBot.Dialogs.ChangePassword;

/// <summary>What could be read of the asker's own account. Null means «could not be read».</summary>
internal sealed record ChangePasswordFacts
{
    public required DirectoryUser User { get; init; }

    /// <summary>Who checks the passwords of their domain, and how long they last.</summary>
    public DirectoryDomain? Domain { get; init; }

    /// <summary>What their licences let them use; read where a change would have to be written back.</summary>
    public LicencePlans? Plans { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];

    /// <summary>When the password has to be changed.</summary>
    /// <value>Null for never, and where it cannot be told.</value>
    public DateTimeOffset? ExpiresAt => Domain?.PasswordValidityDays is { } days and < MostDays && !User.NeverExpires
        ? User.LastPasswordChange?.AddDays(days)
        : null;

    /// <summary>Entra's «never» is the largest number of 32 bits.</summary>
    private const int MostDays = 36500;
}
