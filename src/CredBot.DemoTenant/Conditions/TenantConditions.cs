using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.Conditions;

/// <summary>What is true of the whole tenant and can be changed while it runs, so that every verdict can be met in a conversation.</summary>
internal sealed record TenantConditions
{
    /// <summary>How the tenant stands to an Active Directory.</summary>
    public DirectorySync Sync { get; init; }

    /// <summary>False: nobody bought Entra ID P1 or P2, and what needs it answers as it does in a free tenant.</summary>
    [JsonIgnore]
    public bool Premium => PremiumIfSaid ?? true;

    /// <summary>Whether administrators may reset their own password.</summary>
    [JsonIgnore]
    public bool AdminSspr => AdminSsprIfSaid ?? true;

    /// <summary>What applications may sign in with.</summary>
    public AppPolicy AppPolicy { get; init; }

    // The source-generated reader gives a member that is not there no default but null.

    [JsonPropertyName("premium")]
    public bool? PremiumIfSaid { get; init; }

    [JsonPropertyName("adminSspr")]
    public bool? AdminSsprIfSaid { get; init; }
}

/// <summary>How a tenant stands to an Active Directory.</summary>
internal enum DirectorySync
{
    Running,

    /// <summary>It has not synced for a day.</summary>
    Stale,

    /// <summary>There has never been one.</summary>
    Never,
}

/// <summary>What the tenant's default policy lets applications sign in with.</summary>
internal enum AppPolicy
{
    /// <summary>There is one, and it is not switched on.</summary>
    None,

    /// <summary>No secret may be added; the ones that are there keep working.</summary>
    SecretsForbidden,

    /// <summary>A new secret may live 90 days.</summary>
    ShortSecrets,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TenantConditions))]
internal sealed partial class ConditionsJson : JsonSerializerContext;
