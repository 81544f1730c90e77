namespace CredBot.DemoTenant.Graph;

/// <summary>Directory roles that the tenant's rules speak of.</summary>
internal static class RoleNames
{
    public const string GlobalAdministrator = "Global Administrator";
    public const string GlobalReader = "Global Reader";
    public const string PrivilegedAuthenticationAdministrator = "Privileged Authentication Administrator";
    public const string PrivilegedRoleAdministrator = "Privileged Role Administrator";
    public const string AuthenticationAdministrator = "Authentication Administrator";
    public const string UserAdministrator = "User Administrator";
    public const string HelpdeskAdministrator = "Helpdesk Administrator";
    public const string PasswordAdministrator = "Password Administrator";
    public const string GroupsAdministrator = "Groups Administrator";
    public const string DirectoryReaders = "Directory Readers";
    public const string GuestInviter = "Guest Inviter";
    public const string MessageCenterReader = "Message Center Reader";
    public const string ReportsReader = "Reports Reader";
    public const string UsageSummaryReportsReader = "Usage Summary Reports Reader";
    public const string UserExperienceSuccessManager = "User Experience Success Manager";
    public const string SecurityAdministrator = "Security Administrator";
    public const string SecurityOperator = "Security Operator";
    public const string SecurityReader = "Security Reader";
    public const string ApplicationAdministrator = "Application Administrator";
    public const string CloudApplicationAdministrator = "Cloud Application Administrator";
}
