using System.Text.Json.Serialization;

namespace CredBot.DemoTenant.People;

/// <summary>Somebody of the demo tenant as the seeds describe them; what changes later is in <see cref="DemoAccount"/>.</summary>
internal sealed record DemoPerson
{
    /// <summary>Short name used by the page, the ledger and the seeds, e.g. <c>mina</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The directory's object id: a GUID in lower case, the same at every start.</summary>
    public required string ObjectId { get; init; }

    public required string DisplayName { get; init; }
    public required string GivenName { get; init; }
    public required string Surname { get; init; }
    public required string UserPrincipalName { get; init; }

    /// <value>The address mail goes to; a guest's is at home.</value>
    public required string Mail { get; init; }

    /// <value>One of <c>endUser</c>, <c>helpdesk</c>, <c>admin</c>, <c>approver</c>: what the page sorts by, not a directory role.</value>
    public required string Role { get; init; }

    /// <value>One sentence of at most 90 characters: what makes them interesting.</value>
    public required string About { get; init; }

    public required string AboutKo { get; init; }

    // Optional members default to false, null or nothing: that is what the source-generated reader gives an init member that is not there.

    /// <value>True for accounts that live in the tenant only and are not offered on the page.</value>
    public bool Unlisted { get; init; }

    public string? PreferredLanguage { get; init; }
    public string? UsageLocation { get; init; }
    public string? OfficeLocation { get; init; }
    public string? EmployeeId { get; init; }
    public string? Department { get; init; }
    public string? JobTitle { get; init; }

    /// <value>Id of a person; null where nobody is named.</value>
    public string? Manager { get; init; }

    /// <value>True for somebody whose account, and password, is another tenant's.</value>
    public bool IsGuest { get; init; }

    /// <value>True when nobody can sign in with it at the start.</value>
    public bool Disabled { get; init; }

    /// <value>True when Active Directory is the master of this account.</value>
    public bool Synced { get; init; }

    /// <value>True when it was synced once: Graph then says false and not null.</value>
    public bool FormerlySynced { get; init; }

    /// <value>Why a write-back cannot work, e.g. <c>adminCount</c>; null when it does.</value>
    public string? WritebackFails { get; init; }

    public bool OnPremisesPasswordNeverExpires { get; init; }

    /// <value>Days before the tenant's start, at least 0.</value>
    public int PasswordChangedDaysAgo { get; init; }

    /// <value>Minutes in place of days; null for days.</value>
    public int? PasswordChangedMinutesAgo { get; init; }

    /// <value>True for somebody who was given a password that they must change.</value>
    public bool MustChangePassword { get; init; }

    /// <value>SKU part numbers.</value>
    public IReadOnlyList<string> Licenses { get => field ?? []; init; }

    /// <value>Service plans once had and deleted since; Graph keeps them in the history.</value>
    public IReadOnlyList<string> PastPlans { get => field ?? []; init; }

    /// <value>Service plans of their licences that an administrator switched off.</value>
    public IReadOnlyList<string> DisabledPlans { get => field ?? []; init; }

    /// <value>Whether policy lets them reset their own password.</value>
    public bool SsprEnabled { get; init; }

    /// <value>Registered methods as the registration report names them.</value>
    public IReadOnlyList<string> Methods { get => field ?? []; init; }

    [JsonIgnore]
    public bool Listed => !Unlisted;
}
