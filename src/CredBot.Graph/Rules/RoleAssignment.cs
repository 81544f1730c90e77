namespace CredBot.Graph.Rules;

/// <summary>A directory role that somebody holds, and where.</summary>
public sealed record RoleAssignment
{
    private const string UnitPrefix = "/administrativeUnits/";

    /// <value>The role's template id, the same in every tenant; for a custom role its own id.</value>
    public required string RoleId { get; init; }

    /// <value><c>/</c> the tenant, <c>/administrativeUnits/{id}</c> a unit's members, <c>/{id}</c> one object.</value>
    public string Scope { get; init; } = "/";

    /// <value>With a unit's scope: its management is restricted. Null where that is not known.</value>
    public bool? UnitIsRestricted { get; init; }

    /// <value>Why the unit could not be read; null where it was, or was not asked for.</value>
    public GraphError? UnitUnread { get; init; }

    /// <value>The role-assignable group it comes through; null where it is held directly or Graph does not say.</value>
    public string? ThroughGroup { get; init; }

    /// <value>An activation ends then; null where it is permanent or Graph does not say.</value>
    public DateTimeOffset? EndsAt { get; init; }

    public bool IsTenantWide => Scope is "/" or "";

    /// <value>The unit's id; null with another scope.</value>
    public string? UnitId => Scope.StartsWith(UnitPrefix, StringComparison.OrdinalIgnoreCase) ? Scope[UnitPrefix.Length..] : null;

    public static RoleAssignment InUnit(string roleId, string unitId) => new() { RoleId = roleId, Scope = UnitPrefix + unitId };
}
