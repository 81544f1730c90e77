using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.MyRights;

/// <summary>What could be read of the asker's roles. Null means «could not be read».</summary>
internal sealed record MyRightsFacts
{
    public required DirectoryUser User { get; init; }

    /// <summary>Roles they hold now.</summary>
    public IReadOnlyList<RoleAssignment>? Active { get; init; }

    /// <summary>Roles they could activate; empty in a tenant that has nothing to activate.</summary>
    public IReadOnlyList<RoleAssignment>? Eligible { get; init; }

    /// <summary>The units that roles are confined to, as far as they show.</summary>
    public IReadOnlyList<DirectoryUnit> Units { get; init; } = [];

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
