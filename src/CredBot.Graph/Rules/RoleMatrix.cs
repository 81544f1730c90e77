using System.Collections.Frozen;
using System.Text.Json;

namespace CredBot.Graph.Rules;

/// <summary>The table of who may reset a holder of which role, read once and checked.</summary>
internal sealed class RoleMatrix
{
    public const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";

    private static readonly Lazy<RoleMatrix> Only = new(Load);
    private readonly RoleTable table;
    private readonly FrozenDictionary<string, TableRole> roles;
    private readonly FrozenDictionary<string, TableCaller> callers;

    internal RoleMatrix(RoleTable table)
    {
        if (Problems(table).FirstOrDefault() is { } problem)
        {
            throw new InvalidDataException($"roles.json: {problem}");
        }

        this.table = table;
        roles = table.Roles.ToFrozenDictionary(static role => role.Id, StringComparer.OrdinalIgnoreCase);
        callers = table.Callers.ToFrozenDictionary(static caller => caller.Role, StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="InvalidDataException">The table contradicts itself.</exception>
    public static RoleMatrix Instance => Only.Value;

    /// <summary>Roles that reset passwords, the least powerful first.</summary>
    public IReadOnlyList<TableCaller> Callers => table.Callers;

    /// <returns>Null where the role resets nobody's password.</returns>
    public TableCaller? Caller(string roleId) => callers.GetValueOrDefault(roleId);

    public TableRole? Role(string roleId) => roles.GetValueOrDefault(roleId);

    public int PowerOf(TableCaller caller) => table.Callers.TakeWhile(other => other != caller).Count();

    /// <summary>The caller's column is full: nothing about the subject's roles and groups can change the answer.</summary>
    public bool ReachesEveryRow(TableCaller caller) =>
        ReachesGroup(caller)
        && table.RoleOnRestrictedUnit.Contains(caller.Key)
        && table.AnyOtherRole.Contains(caller.Key)
        && table.Roles.All(role => Row(role).Contains(caller.Key));

    /// <summary>It reaches holders of at least one role.</summary>
    public bool ReachesSomeRow(TableCaller caller) => table.Roles.Any(role => Row(role).Contains(caller.Key));

    public bool ReachesGroup(TableCaller caller) => table.PersonInRoleAssignableGroup.Contains(caller.Key);

    /// <returns>Null where it depends on the unit's being restricted, and that is not known.</returns>
    public bool? Reaches(TableCaller caller, RoleAssignment held)
    {
        var byRole = (roles.TryGetValue(held.RoleId, out var role) ? Row(role) : table.AnyOtherRole).Contains(caller.Key);
        if (!byRole || held.UnitId is null || held.UnitIsRestricted is false || table.RoleOnRestrictedUnit.Contains(caller.Key))
        {
            return byRole;
        }

        return held.UnitIsRestricted is null ? null : false;
    }

    private IReadOnlyList<string> Row(TableRole role) => role.ResetBy ?? table.AnyOtherRole;

    private static RoleMatrix Load()
    {
        using var stream = typeof(RoleMatrix).Assembly.GetManifestResourceStream("roles.json") ?? throw new InvalidDataException("roles.json is not embedded.");
        return new(JsonSerializer.Deserialize(stream, RoleTableJson.Default.RoleTable) ?? throw new InvalidDataException("roles.json is empty."));
    }

    private static IEnumerable<string> Problems(RoleTable table)
    {
        var keys = table.Callers.Select(static caller => caller.Key).ToList();
        (string Row, IReadOnlyList<string> By)[] rows =
        [
            ("personWithoutRole", table.PersonWithoutRole), ("personInRoleAssignableGroup", table.PersonInRoleAssignableGroup),
            ("roleOnRestrictedUnit", table.RoleOnRestrictedUnit), ("anyOtherRole", table.AnyOtherRole),
            .. table.Roles.Where(static role => role.ResetBy is not null).Select(static role => (role.En, role.ResetBy!)),
        ];
        return Doubles(keys, "caller key")
            .Concat(Doubles(table.Callers.Select(static caller => caller.Role), "caller role"))
            .Concat(Doubles(table.Roles.Select(static role => role.Id), "role id"))
            .Concat(Doubles(table.Roles.Select(static role => role.En), "English name"))
            .Concat(Doubles(table.Roles.Select(static role => role.Ko), "Korean name"))
            .Concat(table.Roles.Where(static role => !Guid.TryParseExact(role.Id, "D", out _)).Select(static role => $"{role.En}: {role.Id} is no GUID"))
            .Concat(table.Roles.Where(static role => role.En.Length is 0 || role.Ko.Length is 0).Select(static role => $"{role.Id} has no name"))
            .Concat(table.Callers.Where(caller => table.Roles.All(role => role.Id != caller.Role))
                .Select(static caller => $"caller {caller.Key} is no role of the table"))
            .Concat(keys.Except(table.PersonWithoutRole).Select(static key => $"{key} resets nobody, not even people without a role"))
            .Concat(rows.Where(static row => row.By.Count is 0).Select(static row => $"nobody may reset {row.Row}"))
            .Concat(rows.SelectMany(static row => Doubles(row.By, $"caller of {row.Row}")))
            .Concat(rows.SelectMany(row => row.By.Except(keys).Select(key => $"{row.Row}: {key} is no caller")));
    }

    private static IEnumerable<string> Doubles(IEnumerable<string> values, string what) =>
        values.GroupBy(static value => value, StringComparer.OrdinalIgnoreCase)
            .Where(static same => same.Count() > 1)
            .Select(same => $"{what} {same.Key} appears twice");
}
