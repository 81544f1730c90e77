using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.People;

/// <summary>Everything the tenant starts with: <c>seeds/tenant.json</c>.</summary>
internal sealed record TenantSeed
{
    public required string TenantId { get; init; }
    public required string DisplayName { get; init; }
    public required string DisplayNameKo { get; init; }
    public required string Domain { get; init; }
    public required string InitialDomain { get; init; }
    public required string OnPremisesDomain { get; init; }
    public required IReadOnlyList<DemoDomain> OtherDomains { get; init; }
    public required IReadOnlyList<string> BannedWords { get; init; }
    public required IReadOnlyList<DemoPerson> People { get; init; }
    public required IReadOnlyList<DemoRole> Roles { get; init; }
    public required IReadOnlyList<DemoGroup> Groups { get; init; }
    public required IReadOnlyList<DemoUnit> AdministrativeUnits { get; init; }
    public required IReadOnlyList<DemoRoleAssignment> RoleAssignments { get; init; }
    public required IReadOnlyList<DemoSku> Skus { get; init; }

    /// <exception cref="InvalidOperationException">The seeds were not built into the assembly.</exception>
    public static TenantSeed Load()
    {
        using var stream = typeof(TenantSeed).Assembly.GetManifestResourceStream("tenant.json")
            ?? throw new InvalidOperationException("seeds/tenant.json is not part of this build.");
        var document = JsonNode.Parse(stream)!.AsObject();
        var domain = (string)document["domain"]!;
        foreach (var person in document["people"]!.AsArray())
        {
            NameByDefault(person!.AsObject(), domain);
        }

        return document.Deserialize(TenantSeedJson.Default.TenantSeed)!;
    }

    /// <summary>The seeds only name addresses that are not <c>id@domain</c>.</summary>
    private static void NameByDefault(JsonObject person, string domain)
    {
        person["userPrincipalName"] ??= $"{(string)person["id"]!}@{domain}";
        person["mail"] ??= (string)person["userPrincipalName"]!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TenantSeed))]
internal sealed partial class TenantSeedJson : JsonSerializerContext;
