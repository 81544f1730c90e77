using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;

namespace CredBot.Dialogs.ClientCredentials;

/// <summary>What could be read of an application. Null means «could not be read», unless it says otherwise.</summary>
internal sealed record ClientCredentialsFacts
{
    /// <summary>Null: there is none here that the asker may see, or <see cref="AppUnread"/>.</summary>
    public DirectoryApplication? App { get; init; }

    public bool AppUnread { get; init; }

    /// <summary>Null: there is none, or <see cref="PrincipalUnread"/>.</summary>
    public DirectoryServicePrincipal? Principal { get; init; }

    public bool PrincipalUnread { get; init; }

    /// <summary>Another tenant registered the application.</summary>
    public bool IsForeign => Principal is { OwnerTenant: { } owner } && !string.Equals(owner, HomeTenant, StringComparison.OrdinalIgnoreCase);

    /// <summary>The tenant that is asked.</summary>
    public string? HomeTenant { get; init; }

    /// <summary>How many application permissions were consented to.</summary>
    public int? Roles { get; init; }

    /// <summary>How many federated credentials it has; they do not expire.</summary>
    public int? Federated { get; init; }

    public IReadOnlyList<DirectoryOwner>? Owners { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
