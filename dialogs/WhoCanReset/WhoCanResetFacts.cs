using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.WhoCanReset;

/// <summary>What could be read of the person and of those who hold roles. Null means «could not be read».</summary>
internal sealed record WhoCanResetFacts
{
    /// <summary>The person's half of the facts; nobody in particular asks.</summary>
    public required ResetFacts Subject { get; init; }

    /// <summary>Template ids of the roles that would do, the least powerful first.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>Whoever holds one of them anywhere; also null where none would do.</summary>
    public IReadOnlyList<RoleHolder>? Holders { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];
}
