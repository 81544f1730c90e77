using CredBot.Dialogs.Diagnosis;
using CredBot.Graph;

namespace CredBot.Dialogs.StillCannotSignIn;

/// <summary>What could be read about somebody who cannot sign in. Null means «could not be read».</summary>
internal sealed record StillCannotSignInFacts
{
    public required DirectoryUser User { get; init; }

    /// <summary>Who checks the passwords of their domain.</summary>
    public DirectoryDomain? Domain { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SignInAttempt>? SignIns { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<AuditRecord>? Audits { get; init; }

    /// <summary>Null where they were never at risk, too.</summary>
    public UserRisk? Risk { get; init; }

    public IReadOnlyList<Unseen> Unseen { get; init; } = [];

    /// <summary>The newest attempt with the present password that ended, well or not; a step on the way is none, but one that led nowhere is where it ended.</summary>
    public SignInAttempt? LastAttempt =>
        SignIns?.TakeWhile(IsWithPresentPassword).FirstOrDefault(static one => !one.IsInterrupt || one.ErrorCode is SignInAttempt.MustRegister);

    private bool IsWithPresentPassword(SignInAttempt one) => one.At > (User.LastPasswordChange ?? DateTimeOffset.MinValue);
}
