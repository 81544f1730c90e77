using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.Conditions;

/// <summary>What is true of the whole tenant and can be changed while it runs, so that every verdict can be met in a conversation.</summary>
internal sealed record TenantConditions
{
    /// <summary>How the tenant stands to an Active Directory.</summary>
    public DirectorySync Sync { get; init; }

    /// <summary>What the audit log says of password writeback.</summary>
    public WritebackSwitch Writeback { get; init; }

    /// <summary>False: nobody bought Entra ID P1 or P2, and what needs it answers as it does in a free tenant.</summary>
    [JsonIgnore]
    public bool Premium => PremiumIfSaid ?? true;

    /// <summary>Whether administrators may reset their own password.</summary>
    [JsonIgnore]
    public bool AdminSspr => AdminSsprIfSaid ?? true;

    /// <summary>What applications may sign in with.</summary>
    public AppPolicy AppPolicy { get; init; }

    /// <summary>How old the credentials of applications are.</summary>
    public AppCredentialAge AppCredentials { get; init; }

    // The source-generated reader gives a member that is not there no default but null.

    [JsonPropertyName("premium")]
    public bool? PremiumIfSaid { get; init; }

    [JsonPropertyName("adminSspr")]
    public bool? AdminSsprIfSaid { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TenantConditions))]
internal sealed partial class ConditionsJson : JsonSerializerContext;
