using CredBot.Dialogs.Assurance;

namespace CredBot.Dialogs.Routing;

/// <summary>Ids of the dialogs and prompts; stored, so they never change once shipped.</summary>
internal static class DialogIds
{
    public const string Words = "words";
    public const string Reason = "reason";
    public const string Choice = "choice";
    public const string Confirm = "confirm";
    public const string OAuth = "oauth";
    public const string SignIn = "signIn";
    public const string Subject = "subject";
    public const string Faq = "faq";
    public const string ResetPassword = "resetPassword";
    public const string Application = "application";
    public const string ClientCredentials = "clientCredentials";
    public const string AppCredentials = "appCredentials";
    public const string ExpiringSecrets = "expiringSecrets";
    public const string ChangePassword = "changePassword";
    public const string HelpdeskReset = "helpdeskReset";
    public const string TemporaryPass = "temporaryPass";
    public const string VerifyCaller = "verifyCaller";
    public const string ResetForecast = "resetForecast";
    public const string AgentCheck = "agentCheck";
    public const string AdminCheck = "adminCheck";
    public const string ResetGreyed = "resetGreyed";
    public const string ResetSteps = "resetSteps";
    public const string WhoCanReset = "whoCanReset";
    public const string MyRights = "myRights";
    public const string LicenceCheck = "licenceCheck";
    public const string SubjectLicence = "subjectLicence";
    public const string BladeMissing = "bladeMissing";
    public const string ErrorDoctor = "errorDoctor";
    public const string OwnError = "ownError";
    public const string Hybrid = "hybrid";
    public const string StillCannotSignIn = "stillCannotSignIn";

    /// <summary>The dialog of an agent's request.</summary>
    public static string OfReset(Purpose purpose) => purpose switch
    {
        Purpose.TemporaryAccessPass => TemporaryPass,
        Purpose.IdentityCheck => VerifyCaller,
        _ => HelpdeskReset,
    };
}
