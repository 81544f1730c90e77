using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Tests.Graph.Rules;

/// <summary>Roles and people for the rules' tests; ids are written here a second time on purpose.</summary>
internal static class People
{
    public const string Password = "966707d0-3269-4727-9be2-8c3a10f19b9d";
    public const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    public const string Authentication = "c4e39bd9-1100-46d3-8c65-fb160da0071f";
    public const string User = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    public const string PrivilegedAuthentication = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    public const string Global = "62e90394-69f5-4237-9190-012177145e10";
    public const string DirectoryReaders = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
    public const string GuestInviter = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
    public const string MessageCenterReader = "790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b";
    public const string ReportsReader = "4a5d8f65-41da-4de4-8968-e035b65339cf";
    public const string UsageSummaryReportsReader = "75934031-6c7e-415a-99d7-48dbd49e875e";
    public const string UserExperienceSuccessManager = "27460883-1df1-4691-b032-3b79643e5e63";
    public const string GroupsAdministrator = "fdd7a751-b60b-444a-984c-02652fe8fa1c";
    public const string PrivilegedRole = "e8611ab8-c189-46e8-94e1-60213ab1f814";
    public const string GlobalReader = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
    public const string SecurityAdministrator = "194ae4cb-b126-40b2-bd5b-6091b380977d";
    public const string SecurityOperator = "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f";
    public const string SecurityReader = "5d6b6bb7-de71-4623-b4af-96380a352509";
    public const string ApplicationAdministrator = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
    public const string AuthenticationPolicy = "0526716b-113d-4c15-b2c8-68e3c22b9f80";
    public const string HybridIdentity = "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2";
    public const string LicenseAdministrator = "4d6ac14f-3453-41d0-bef9-a3e0c569773a";
    public const string CustomRole = "0f0f0f0f-1111-4222-8333-444444444444";
    public const string PartnerTier1 = "4ba39ca4-527c-499a-b93d-d9b492c50246";
    public const string PartnerTier2 = "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8";

    /// <summary>A cloud-only subject without roles, groups and units, and a caller with the given roles in the whole tenant; everything is known.</summary>
    public static ResetFacts Facts(params string[] callerRoles) => new()
    {
        Caller = new DirectoryUser { Id = "mina", UserType = "Member" },
        Subject = new DirectoryUser { Id = "daniel", UserType = "Member", AccountEnabled = true },
        CallerRoles = [.. callerRoles.Select(Holds)],
        CallerEligibleRoles = [],
        SubjectRoles = [],
        SubjectGroups = [],
        SubjectUnits = [],
    };

    public static RoleAssignment Holds(string role) => new() { RoleId = role };

    public static ResetFacts WhoseSubjectHolds(this ResetFacts facts, params string[] roles) => facts with { SubjectRoles = [.. roles.Select(Holds)] };

    public static ResetFacts WhoseSubjectIsRestricted(this ResetFacts facts, params DirectoryUnit[] units) =>
        facts with { Subject = facts.Subject! with { IsManagementRestricted = true }, SubjectUnits = units };

    public static ResetDecision.Refused Refused(this ResetDecision decision, ResetRefusal reason)
    {
        var refused = Assert.IsType<ResetDecision.Refused>(decision);
        Assert.Equal(reason, refused.Reason);
        return refused;
    }
}
