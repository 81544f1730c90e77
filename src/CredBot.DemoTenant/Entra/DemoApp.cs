namespace CredBot.DemoTenant.Entra;

/// <summary>Who is who in the demo tenant's directory of apps: the one bot, its tenant, its secret, its OAuth connection.</summary>
internal static class DemoApp
{
    /// <summary>Client id of the bot's app registration.</summary>
    public const string AppId = "11111111-1111-4111-8111-111111111111";

    public const string TenantId = "22222222-2222-4222-8222-222222222222";

    /// <summary>Object id of the bot's service principal.</summary>
    public const string ServicePrincipalId = "33333333-3333-4333-8333-333333333333";

    /// <summary>The bot's client secret. Loopback only, so it may be known.</summary>
    public const string Secret = "demo";

    /// <summary>The bot's OAuth connection in the Bot Service.</summary>
    public const string Connection = "graph";

    /// <summary>What the bot is called in a chat.</summary>
    public const string Name = "CredBot";

    /// <summary>The Application ID URI that Teams asks an SSO token for.</summary>
    public const string SsoAudience = "api://botid-" + AppId;

    public const string GraphAudience = "https://graph.microsoft.com";

    public const string ChannelIssuer = "https://api.botframework.com";

    /// <summary>Issuer of version 1.0 tokens.</summary>
    public const string StsIssuer = "https://sts.windows.net/" + TenantId + "/";

    /// <summary>Issuer of version 2.0 tokens.</summary>
    public const string LoginIssuer = "https://login.microsoftonline.com/" + TenantId + "/v2.0";

    /// <summary>Client id of Teams on the web, which asks for SSO tokens in a person's name.</summary>
    /// <remarks>Source: Teams docs «Enable SSO for your bot», pre-authorised clients.</remarks>
    public const string TeamsWebClient = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

    /// <summary>Delegated Graph permissions that the connection asks for and an administrator has consented to.</summary>
    public static readonly IReadOnlyList<string> GraphScopes =
    [
        "User.Read", "User.Read.All", "UserAuthenticationMethod.ReadWrite.All", "User.RevokeSessions.All", "AuditLog.Read.All",
        "RoleManagement.Read.Directory", "RoleAssignmentSchedule.Read.Directory", "RoleEligibilitySchedule.Read.Directory",
        "Organization.Read.All", "Domain.Read.All", "GroupMember.Read.All", "AdministrativeUnit.Read.All", "Directory.Read.All",
        "Policy.Read.All", "LicenseAssignment.Read.All", "Application.Read.All", "IdentityRiskyUser.Read.All", "OnPremDirectorySynchronization.Read.All",
        "AppCatalog.Read.All", "TeamsAppInstallation.ReadWriteSelfForUser",
    ];
}
