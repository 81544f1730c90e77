namespace CredBot.DemoTenant.People;

/// <summary>Who holds which role where.</summary>
internal sealed record DemoRoleAssignment
{
    public required string Id { get; init; }

    /// <value>Id of a person or of a role-assignable group.</value>
    public required string Principal { get; init; }

    /// <value>Display name of the role.</value>
    public required string Role { get; init; }

    /// <value>Id of an administrative unit; null for the whole tenant.</value>
    public string? Scope { get; init; }

    /// <value>True when it would have to be activated first, and so authorises nothing.</value>
    public bool Eligible { get; init; }

    /// <value>Minutes after the tenant's start at which an activation ends; null for a lasting assignment.</value>
    public int? ActivatedForMinutes { get; init; }
}
