using System.Globalization;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.Graph;

/// <summary>Who may read the reporting services, and how far back they go.</summary>
internal static class ReportAccess
{
    /// <summary>How long a log is kept; asking for more is an error and not an empty list.</summary>
    /// <remarks>Source: Entra «Data retention».</remarks>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan KeptForFree = TimeSpan.FromDays(7);

    /// <returns>Null when the caller may read, and the tenant has bought what it takes.</returns>
    public static GraphAnswer? Refuses(GraphRequest request, RoleRules roles, DemoDirectory directory, string[] readers) =>
        directory.Conditions.Premium
            ? RefusesReader(request, roles, readers)
            : GraphAnswer.Forbidden("Authentication_RequestFromNonPremiumTenantOrB2CTenant", "Neither tenant is B2C or tenant doesn't have premium license");

    /// <returns>Null when the caller may read what every tenant has.</returns>
    public static GraphAnswer? RefusesReader(GraphRequest request, RoleRules roles, string[] readers)
    {
        if (!request.Allows("AuditLog.Read.All"))
        {
            return GraphAnswer.Forbidden("Authentication_MSGraphPermissionMissing",
                "The principal does not have required Microsoft Graph permission(s): AuditLog.Read.All to call this API.");
        }

        return roles.HasRole(request, readers)
            ? null
            : GraphAnswer.Forbidden("Authentication_RequestFromUnsupportedUserRole", "User is not in the allowed roles");
    }

    /// <exception cref="QueryFault">More was asked for than is kept.</exception>
    public static void CheckReach(GraphRequest request, string property, DemoDirectory directory)
    {
        var earliest = directory.Now - (directory.Conditions.Premium ? Kept : KeptForFree);
        if (From(request.Query.Filter, property) is { } from && from < earliest)
        {
            throw QueryFault.Syntax($"The earliest date that can be asked for is {GraphWriter.Text(earliest)}.");
        }
    }

    private static DateTimeOffset? From(ODataFilter? filter, string property) => filter switch
    {
        ODataFilter.Both both => From(both.Left, property) ?? From(both.Right, property),
        ODataFilter.Compare { Operator: "ge" or "gt" } compare when compare.Property == property
            && DateTimeOffset.TryParse(compare.Literal?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) => at,
        _ => null,
    };
}
