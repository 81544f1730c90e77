namespace CredBot.DemoTenant.Graph;

/// <summary>Which delegated permissions open which door.</summary>
/// <remarks>Source: Graph's permissions reference; each property lists the least one and those that include it.</remarks>
internal static class GraphPermissions
{
    public static readonly string[] ReadSelf =
    [
        "User.Read", "User.ReadWrite", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All",
        "Directory.ReadWrite.All",
    ];

    public static readonly string[] ReadUsers = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];

    public static readonly string[] ReadGroups =
    [
        "GroupMember.Read.All", "GroupMember.ReadWrite.All", "Group.Read.All", "Group.ReadWrite.All", "Directory.Read.All",
        "Directory.ReadWrite.All",
    ];

    public static readonly string[] ReadUnits =
    [
        "AdministrativeUnit.Read.All", "AdministrativeUnit.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All",
    ];

    public static readonly string[] ReadRoles =
    [
        "RoleManagement.Read.Directory", "RoleManagement.Read.All", "RoleManagement.ReadWrite.Directory",
        "Directory.Read.All", "Directory.ReadWrite.All",
    ];

    public static readonly string[] ReadDirectory = ["Directory.Read.All", "Directory.ReadWrite.All"];

    public static readonly string[] ReadApplications =
    [
        "Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All",
    ];

    public static readonly string[] ReadMethods = ["UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All"];

    public static readonly string[] ReadOwnMethods =
    [
        "UserAuthenticationMethod.Read", "UserAuthenticationMethod.ReadWrite", "UserAuthenticationMethod.Read.All",
        "UserAuthenticationMethod.ReadWrite.All",
    ];
}
