using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class ResetPasswordCards
{
    public static Finding Way(ResetPasswordFacts facts, ResetPasswordVerdict verdict, string language, DateTimeOffset now) => new()
    {
        Headline = ResetPasswordText.Headline(verdict),
        Tone = ToneOf(verdict),
        Reasons = [.. ResetPasswordText.Steps(verdict, facts)],
        Evidence = [.. Rests(facts, now)],
        Unseen = facts.Unseen,
        Next = [.. Next(verdict, language)],
    };

    /// <summary>The same while a new password is watched for.</summary>
    public static Finding Watched(Finding way, string operation) => way with
    {
        Reasons = [.. way.Reasons, ResetPasswordText.Watching],
        Next = [.. way.Next, new NextStep.Tell(ResetPasswordText.StopWatching, PasswordWatchRequest.Stop, operation)],
    };

    private static IEnumerable<NextStep> Next(ResetPasswordVerdict verdict, string language) => verdict switch
    {
        ResetPasswordVerdict.Ready or ResetPasswordVerdict.ReadySynced =>
            [new NextStep.Open(ResetPasswordText.OpenReset, ResetPasswordText.ResetUrl(language))],
        ResetPasswordVerdict.NotRegistered =>
            [new NextStep.Open(ResetPasswordText.OpenRegistration, ResetPasswordText.RegistrationUrl)],
        ResetPasswordVerdict.CannotTell =>
        [
            new NextStep.Open(ResetPasswordText.OpenReset, ResetPasswordText.ResetUrl(language)),
            new NextStep.Open(ResetPasswordText.OpenMethods, ResetPasswordText.MethodsUrl),
        ],
        _ => [],
    };

    private static IEnumerable<Evidence> Rests(ResetPasswordFacts facts, DateTimeOffset now)
    {
        yield return AccountEvidence.Account(facts.User);
        yield return AccountEvidence.Kind(facts.User);
        if (facts.User.IsGuest)
        {
            yield break;
        }

        yield return new(ResetPasswordText.Methods, ResetPasswordText.MethodNames(facts.Methods));
        if (facts.Registration is { ReportedAt: { } at } registration)
        {
            yield return new(ResetPasswordText.Enabled, ResetPasswordText.YesOrNo(registration.IsSsprEnabled), at);
        }

        if (facts.User.LastPasswordChange is { } changed)
        {
            yield return AccountEvidence.LastChange(When.Ago(changed, now));
        }
    }

    private static Tone ToneOf(ResetPasswordVerdict verdict) => verdict switch
    {
        ResetPasswordVerdict.Ready or ResetPasswordVerdict.ReadySynced => Tone.Good,
        ResetPasswordVerdict.CannotTell => Tone.Doubtful,
        ResetPasswordVerdict.NotEnabled or ResetPasswordVerdict.AdminsClosed or ResetPasswordVerdict.Unlicensed or ResetPasswordVerdict.NoWriteback
            or ResetPasswordVerdict.Disabled => Tone.Blocked,
        _ => Tone.Neutral,
    };
}
