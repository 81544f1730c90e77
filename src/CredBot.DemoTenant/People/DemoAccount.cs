namespace CredBot.DemoTenant.People;

/// <summary>What changes about an account while the tenant runs: one immutable picture of it.</summary>
internal sealed record DemoAccount
{
    public required DateTimeOffset LastPasswordChange { get; init; }

    /// <value>Tokens issued before this instant are void.</value>
    public required DateTimeOffset SessionsValidFrom { get; init; }

    public required bool Enabled { get; init; }
    public bool MustChangePassword { get; init; }
    public bool MustChangePasswordWithMfa { get; init; }

    /// <value>Comma-joined flags or null, as Graph has them.</value>
    public string? PasswordPolicies { get; init; }

    public required SealedPassword Password { get; init; }
    /// <value>Who was made the person's manager since the start; null: nobody else.</value>
    public string? Manager { get; init; }
    public TemporaryPass? TemporaryPass { get; init; }
}
