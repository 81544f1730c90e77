using CredBot.Graph;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>Decides which way to a new password fits an account; looks at nothing but the facts.</summary>
internal static class ResetPasswordRules
{
    /// <summary>An administrator has to pass two gates.</summary>
    /// <remarks>Source: Entra «Password policies», administrator reset policy differences.</remarks>
    private const int MethodsOfAnAdmin = 2;

    /// <summary>Methods that self-service reset accepts.</summary>
    /// <remarks>Source: Entra «How self-service password reset works»: authenticator, mail, mobile and office phone; security keys and Windows Hello do not count.</remarks>
    private static readonly HashSet<string> Counting =
    [
        MyMethods.Phone, MyMethods.Email, MyMethods.Authenticator, MyMethods.SoftwareOath,
    ];

    /// <summary>In the order in which Entra itself checks: the account, where its password lives, the policy, the licence, the registration.</summary>
    /// <remarks>Source: Entra «How self-service password reset works», «Licensing requirements for self-service password reset».</remarks>
    public static ResetPasswordVerdict Decide(ResetPasswordFacts facts) => facts switch
    {
        { User.IsGuest: true } => ResetPasswordVerdict.Guest,
        { User.AccountEnabled: false } => ResetPasswordVerdict.Disabled,
        { Domain.IsFederated: true } => ResetPasswordVerdict.Federated,
        { Registration.IsSsprEnabled: false } => ResetPasswordVerdict.NotEnabled,
        { IsAdmin: true, AdminsMayReset: false } => ResetPasswordVerdict.AdminsClosed,
        { Plans.Names.Count: 0 } => ResetPasswordVerdict.Unlicensed,
        { User.IsSynced: true, Plans.HasPremium: false } => ResetPasswordVerdict.NoWriteback,
        _ => Registered(facts) switch
        {
            null => ResetPasswordVerdict.CannotTell,
            false => ResetPasswordVerdict.NotRegistered,
            true => facts.User.IsSynced ? ResetPasswordVerdict.ReadySynced : ResetPasswordVerdict.Ready,
        },
    };

    /// <summary>The person's own methods are of this moment, the report is hours old.</summary>
    private static bool? Registered(ResetPasswordFacts facts) => facts.Methods is { } methods
        ? methods.Count(Counting.Contains) >= (facts.IsAdmin ? MethodsOfAnAdmin : 1)
        : facts.Registration?.IsSsprRegistered;
}
