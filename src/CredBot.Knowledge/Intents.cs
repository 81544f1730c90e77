namespace CredBot.Knowledge;

/// <summary>The ids the recogniser answers with; stable, since they name FAQ entries, dialogs and tests.</summary>
public static class Intents
{
    public const string FaqClientCredentialsFlow = "faq-client-credentials-flow";
    public const string FaqAppCredentials = "faq-app-credentials";
    public const string FaqUserReset = "faq-user-reset";
    public const string FaqUserChange = "faq-user-change";
    public const string FaqUserError = "faq-user-error";
    public const string FaqAdminResetTrouble = "faq-admin-reset-trouble";
    public const string FaqResetGreyed = "faq-reset-greyed";
    public const string FaqResetBladeMissing = "faq-reset-blade-missing";
    public const string FaqOnpremBladeMissing = "faq-onprem-blade-missing";
    public const string FaqAdminResetSteps = "faq-admin-reset-steps";
    public const string FaqResetStillCannotSignIn = "faq-reset-still-cannot-sign-in";
    public const string ResetMyPassword = "reset-my-password";
    public const string ChangeMyPassword = "change-my-password";
    public const string AccountLocked = "account-locked";
    public const string HelpdeskReset = "helpdesk-reset";
    public const string HelpdeskUnlock = "helpdesk-unlock";
    public const string HelpdeskTap = "helpdesk-tap";
    public const string CheckPermissions = "check-permissions";
    public const string WhyResetGreyedForUser = "why-reset-greyed-for-user";
    public const string WhoCanReset = "who-can-reset";
    public const string LicenceCheck = "licence-check";
    public const string HybridCheck = "hybrid-check";
    public const string AppCredentialsList = "app-credentials-list";
    public const string AppCredentialRotate = "app-credential-rotate";
    public const string AppCredentialDelete = "app-credential-delete";
    public const string ExpiringSecrets = "expiring-secrets";
    public const string SignOut = "sign-out";
    public const string Help = "help";
    public const string Cancel = "cancel";
    public const string Human = "human";
    public const string Greet = "greet";
    public const string Thanks = "thanks";

    /// <summary>None of ours; also said where the recogniser is not sure enough to act.</summary>
    public const string OutOfScope = "out-of-scope";

    /// <summary>The eleven questions of the FAQ, in its order.</summary>
    public static IReadOnlyList<string> Faq { get; } =
    [
        FaqClientCredentialsFlow, FaqAppCredentials, FaqUserReset, FaqUserChange, FaqUserError, FaqAdminResetTrouble,
        FaqResetGreyed, FaqResetBladeMissing, FaqOnpremBladeMissing, FaqAdminResetSteps, FaqResetStillCannotSignIn,
    ];

    /// <summary>Every id, <see cref="OutOfScope"/> last; the order of the recogniser's classes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Faq, ResetMyPassword, ChangeMyPassword, AccountLocked, HelpdeskReset, HelpdeskUnlock, HelpdeskTap,
        CheckPermissions, WhyResetGreyedForUser, WhoCanReset, LicenceCheck, HybridCheck, AppCredentialsList, AppCredentialRotate,
        AppCredentialDelete, ExpiringSecrets, SignOut, Help, Cancel, Human, Greet, Thanks, OutOfScope,
    ];
}
