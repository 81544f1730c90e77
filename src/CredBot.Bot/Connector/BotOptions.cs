namespace CredBot.Bot.Connector;

/// <summary>Who the bot is, who may talk to it, and where its services are. Section <c>Bot</c>.</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>The app registration's client id, a GUID. There is no bot without it.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The bot's own tenant, a GUID.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>Tenants whose people may talk to the bot; empty means the own tenant alone.</summary>
    public IList<string> AllowedTenants { get; set; } = [];

    public BotCloud Cloud { get; set; } = BotCloud.Public;

    /// <summary>With <see cref="BotCloud.Custom"/>: where the channel's signing keys are described.</summary>
    public string? OpenIdMetadataUrl { get; set; }

    /// <summary>With <see cref="BotCloud.Custom"/>: the channel tokens' issuer, exact.</summary>
    public string? Issuer { get; set; }

    /// <summary>With <see cref="BotCloud.Custom"/>: base address of the user-token service.</summary>
    public string? TokenServiceUrl { get; set; }

    /// <summary>With <see cref="BotCloud.Custom"/>: base address of Entra, the tenant follows.</summary>
    public string? LoginUrl { get; set; }

    /// <summary>With <see cref="BotCloud.Custom"/>: hosts that may be sent the bot's token.</summary>
    public IList<string> TrustedServiceHosts { get; set; } = [];

    /// <summary>With <see cref="BotCloud.Custom"/>: where a person is written to who was never heard; null: nowhere.</summary>
    public string? DefaultServiceUrl { get; set; }

    /// <summary>Name of the OAuth connection that holds people's Graph tokens.</summary>
    public string OAuthConnection { get; set; } = "graph";

    public BotCredential Credential { get; set; } = BotCredential.ManagedIdentity;

    /// <summary>Client id of the user-assigned managed identity; null for the system-assigned one.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Path of a PKCS#12 or PEM file, for <see cref="BotCredential.Certificate"/>.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>For <see cref="BotCredential.Secret"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Whether people of this tenant may talk to the bot, and may be written to.</summary>
    public bool Allows(string? tenant) => AllowedTenants.Count > 0
        ? AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)
        : TenantId.Equals(tenant, StringComparison.OrdinalIgnoreCase);
}
