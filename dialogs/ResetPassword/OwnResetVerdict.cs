using CredBot.Graph;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>The way to a new password that works for one account.</summary>
internal enum OwnResetVerdict
{
    /// <summary>The password lives in the home organisation.</summary>
    Guest,

    /// <summary>Sign-in is blocked; no new password helps.</summary>
    Disabled,

    /// <summary>Another identity provider checks the password.</summary>
    Federated,

    /// <summary>The policy does not let this person reset.</summary>
    NotEnabled,

    /// <summary>No method to prove who they are is registered.</summary>
    NotRegistered,

    /// <summary>Self-service reset, written back to Active Directory.</summary>
    ReadySynced,

    /// <summary>Self-service reset.</summary>
    Ready,

    /// <summary>What decides could not be read.</summary>
    CannotTell,
}

/// <summary>Decides which way fits.</summary>
internal static class OwnResetRules
{
    /// <summary>Methods that self-service reset accepts.</summary>
    /// <remarks>Source: Entra «How self-service password reset works»: authenticator, mail, mobile and office phone; security keys and Windows Hello do not count.</remarks>
    private static readonly HashSet<string> Counting =
    [
        MyMethods.Phone, MyMethods.Email, MyMethods.Authenticator, MyMethods.SoftwareOath,
    ];

    /// <summary>In the order in which Entra itself checks: the account, where its password lives, the policy, the registration.</summary>
    /// <remarks>Source: Entra «How self-service password reset works».</remarks>
    public static OwnResetVerdict Decide(OwnAccount account)
    {
        if (account.User.IsGuest)
        {
            return OwnResetVerdict.Guest;
        }

        if (account.User.AccountEnabled is false)
        {
            return OwnResetVerdict.Disabled;
        }

        if (account.Domain?.IsFederated is true)
        {
            return OwnResetVerdict.Federated;
        }

        if (account.Registration is { IsSsprEnabled: false })
        {
            return OwnResetVerdict.NotEnabled;
        }

        return Registered(account) switch
        {
            null => OwnResetVerdict.CannotTell,
            false => OwnResetVerdict.NotRegistered,
            true => account.User.IsSynced ? OwnResetVerdict.ReadySynced : OwnResetVerdict.Ready,
        };
    }

    /// <summary>The person's own methods are of this moment, the report is hours old.</summary>
    private static bool? Registered(OwnAccount account) =>
        account.Methods is { } methods ? methods.Any(Counting.Contains) : account.Registration?.IsSsprRegistered;
}
