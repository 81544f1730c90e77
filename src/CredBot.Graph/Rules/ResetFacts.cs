namespace CredBot.Graph.Rules;

/// <summary>What is known about a caller and a subject. Null means «could not be read», an empty list means «none».</summary>
public sealed record ResetFacts
{
    /// <summary>Who wants to reset.</summary>
    public DirectoryUser? Caller { get; init; }

    /// <summary>Whose password.</summary>
    public DirectoryUser? Subject { get; init; }

    /// <summary>Roles the caller holds now, directly, through groups, or activated.</summary>
    public IReadOnlyList<RoleAssignment>? CallerRoles { get; init; }

    /// <summary>Roles the caller could activate; also null where they cannot change the answer and were not asked for.</summary>
    public IReadOnlyList<RoleAssignment>? CallerEligibleRoles { get; init; }

    /// <summary>Roles the subject holds, of any scope.</summary>
    public IReadOnlyList<RoleAssignment>? SubjectRoles { get; init; }

    /// <summary>Role-assignable groups the subject is in or owns.</summary>
    public IReadOnlyList<ProtectingGroup>? SubjectGroups { get; init; }

    /// <summary>Ids of all groups the subject is directly in.</summary>
    public IReadOnlyList<string>? SubjectMemberships { get; init; }

    /// <summary>Administrative units the subject is directly in.</summary>
    public IReadOnlyList<DirectoryUnit>? SubjectUnits { get; init; }

    /// <summary>Why the nulls are null; for explanations, the rules do not look at it.</summary>
    public IReadOnlyList<UnreadFact> Unreadable { get; init; } = [];
}
