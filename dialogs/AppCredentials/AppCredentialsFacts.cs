using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.AppCredentials;

/// <summary>What could be read of an application and of the asker's rights on it. Null means «could not be read», unless it says otherwise.</summary>
internal sealed record AppCredentialsFacts
{
    /// <summary>Object id of the asker.</summary>
    public required string Asker { get; init; }

    /// <summary>Null: there is none that the asker may see, or <see cref="AppUnread"/>.</summary>
    public DirectoryApplication? App { get; init; }

    public bool AppUnread { get; init; }

    public IReadOnlyList<DirectoryOwner>? Owners { get; init; }

    /// <summary>Directory roles the asker holds now.</summary>
    public IReadOnlyList<RoleAssignment>? Roles { get; init; }

    public AppManagementPolicy? Policy { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
