namespace CredBot.Graph;

/// <summary>One interactive sign-in of a person, minutes old at the least.</summary>
/// <remarks>Source: Graph v1.0 <c>signIn</c>; Entra «Microsoft Entra authentication and authorization error codes».</remarks>
public sealed record SignInAttempt
{
    /// <summary>Steps on the way to a sign-in that the log lists like failures: «stay signed in?», a session to pick up, a method to register.</summary>
    private static readonly int[] Interrupts = [50140, 50058, MustRegister];

    /// <summary>They were sent to register a method; a success follows once they did.</summary>
    public const int MustRegister = 50072;

    /// <summary>A lock is over by then, unless a tenant set it longer: it begins with a minute and grows with each further mistake.</summary>
    /// <remarks>Source: Entra «Protect user accounts from attacks with smart lockout».</remarks>
    public static readonly TimeSpan LockLasts = TimeSpan.FromHours(1);

    public required DateTimeOffset At { get; init; }

    /// <value>0 for a success, else the digits of an AADSTS code.</value>
    public required int ErrorCode { get; init; }

    /// <value>Entra's own words, from outside; null for none.</value>
    public string? FailureReason { get; init; }

    /// <value>What they signed in to, from outside; null where it was not said.</value>
    public string? App { get; init; }

    public bool IsSuccess => ErrorCode is 0;

    public bool IsInterrupt => Interrupts.Contains(ErrorCode);

    public bool IsFailure => !IsSuccess && !IsInterrupt;

    /// <summary>50053 means two things, and the reason alone tells them apart: an address known for attacks, where even the right password is refused.</summary>
    public bool IsMaliciousAddress => ErrorCode is 50053 && Says("malicious") && !Says("too many times");

    /// <summary>Too many wrong passwords.</summary>
    public bool IsLockout => ErrorCode is 50053 && !IsMaliciousAddress;

    private bool Says(string words) => FailureReason?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false;
}
