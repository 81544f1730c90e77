using System.Text.Json.Serialization;

namespace CredBot.Graph.Rules;

/// <summary><c>seeds/roles.json</c> as it is written.</summary>
internal sealed record RoleTable
{
    public required string Source { get; init; }

    public required string Read { get; init; }

    /// <summary>Roles that reset passwords, the least powerful first.</summary>
    public required IReadOnlyList<TableCaller> Callers { get; init; }

    public required IReadOnlyList<string> PersonWithoutRole { get; init; }

    public required IReadOnlyList<string> PersonInRoleAssignableGroup { get; init; }

    public required IReadOnlyList<string> RoleOnRestrictedUnit { get; init; }

    /// <summary>The last row: roles without a row of their own, custom roles included.</summary>
    public required IReadOnlyList<string> AnyOtherRole { get; init; }

    public required IReadOnlyList<TableRole> Roles { get; init; }
}

/// <param name="Key">What the rows call it.</param>
/// <param name="Role">Template id.</param>
/// <param name="InUnit">Whom it reaches when it is assigned on an administrative unit.</param>
/// <param name="Retired">Not to be recommended.</param>
internal sealed record TableCaller(string Key, string Role, UnitReach InUnit, bool Retired);

/// <param name="Id">Template id.</param>
/// <param name="En">Name in English.</param>
/// <param name="Ko">Name in Korean.</param>
/// <param name="ResetBy">Who may reset a holder; null: the last row.</param>
internal sealed record TableRole(string Id, string En, string Ko, IReadOnlyList<string>? ResetBy = null);

/// <summary>Whom a role reaches when it is assigned on an administrative unit.</summary>
internal enum UnitReach
{
    /// <summary>It cannot be assigned on a unit.</summary>
    Never,

    /// <summary>Members of the unit that hold no role.</summary>
    PeopleWithoutRole,

    /// <summary>Every member of the unit.</summary>
    Everybody,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RoleTable))]
internal sealed partial class RoleTableJson : JsonSerializerContext;
