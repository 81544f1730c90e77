using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredBot.Knowledge.Lint;

/// <summary>The names of the roles that reset passwords, out of the same table by which CredBot decides: an answer cannot name another set.</summary>
internal static class RoleNames
{
    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> Table = new(Load);

    /// <summary>By language, the longer name first: it may have a shorter one inside. English where a language has none of its own.</summary>
    public static string[] In(string language) => Table.Value.GetValueOrDefault(language, Table.Value["en"]);

    private static Dictionary<string, string[]> Load()
    {
        using var stream = typeof(RoleNames).Assembly.GetManifestResourceStream("roles.json") ?? throw new InvalidDataException("seeds/roles.json is not embedded.");
        var table = JsonSerializer.Deserialize(stream, RoleNamesJson.Default.RoleSeed) ?? throw new InvalidDataException("seeds/roles.json is empty.");
        var resetting = table.Callers.Where(static caller => !caller.Retired).Join(table.Roles, static caller => caller.Role, static role => role.Id, static (_, role) => role).ToList();
        return new Dictionary<string, string[]>
        {
            ["en"] = [.. resetting.Select(static role => role.En).OrderByDescending(static name => name.Length)],
            ["ko"] = [.. resetting.Select(static role => role.Ko).OrderByDescending(static name => name.Length)],
        };
    }
}

/// <summary>What the lint reads of <c>seeds/roles.json</c>.</summary>
internal sealed record RoleSeed(IReadOnlyList<RoleSeedCaller> Callers, IReadOnlyList<RoleSeedName> Roles);

internal sealed record RoleSeedCaller(string Role, bool Retired);

internal sealed record RoleSeedName(string Id, string En, string Ko);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RoleSeed))]
internal sealed partial class RoleNamesJson : JsonSerializerContext;
