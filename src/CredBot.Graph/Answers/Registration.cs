namespace CredBot.Graph;

/// <summary>What the registration report says of one person's self-service reset; hours old.</summary>
/// <remarks>Source: Graph v1.0 <c>userRegistrationDetails</c>.</remarks>
public sealed record Registration
{
    /// <value>The policy lets them reset their own password.</value>
    public bool IsSsprEnabled { get; init; }

    /// <value>They registered as many methods as the policy asks for.</value>
    public bool IsSsprRegistered { get; init; }

    /// <value>Both: it will work.</value>
    public bool IsSsprCapable { get; init; }

    /// <value>They hold an administrator role, so that the stricter two-gate policy applies.</value>
    public bool IsAdmin { get; init; }

    /// <value>E.g. <c>mobilePhone</c>, <c>email</c>, <c>microsoftAuthenticatorPush</c>; never a number or an address.</value>
    public IReadOnlyList<string> MethodsRegistered { get; init; } = [];

    /// <value>When the report was made, not when the person registered.</value>
    public DateTimeOffset? ReportedAt { get; init; }
}
