namespace CredBot.Dialogs.ChangePassword;

/// <summary>Decides where a password is changed; looks at nothing but the facts and the time it is given.</summary>
internal static class ChangePasswordRules
{
    /// <summary>In the order of who keeps the password; its age comes last.</summary>
    /// <remarks>Source: Entra «Password policies and account restrictions», «How password writeback works»; Graph v1.0 <c>domain</c>.</remarks>
    public static ChangePasswordVerdict Decide(ChangePasswordFacts facts, DateTimeOffset now) => facts switch
    {
        { User.IsGuest: true } => ChangePasswordVerdict.Guest,
        { User.AccountEnabled: false } => ChangePasswordVerdict.Disabled,
        { Domain.IsFederated: true } => ChangePasswordVerdict.Federated,
        { User.IsSynced: true, Plans.HasPremium: false } => ChangePasswordVerdict.SyncedOnPremisesOnly,
        { User.IsSynced: true } => ChangePasswordVerdict.Synced,
        { User.NeverExpires: true } => ChangePasswordVerdict.NeverExpires,
        { Domain: null } or { Domain.PasswordValidityDays: null } or { User.LastPasswordChange: null } => ChangePasswordVerdict.CannotTell,
        { ExpiresAt: null } => ChangePasswordVerdict.NeverExpires,
        { ExpiresAt: { } at } => at > now ? ChangePasswordVerdict.Expires : ChangePasswordVerdict.Expired,
    };
}
