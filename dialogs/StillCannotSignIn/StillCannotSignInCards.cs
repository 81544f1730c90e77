using System.Globalization;
using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.StillCannotSignIn;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class StillCannotSignInCards
{
    /// <param name="facts">What was read.</param>
    /// <param name="verdict">What follows from it.</param>
    /// <param name="known">What is known of the last attempt's code; null for nothing, or where it went well.</param>
    /// <param name="now">The time of the turn.</param>
    public static Finding Cause(StillCannotSignInFacts facts, StillCannotSignInVerdict verdict, ErrorEntry? known, DateTimeOffset now) => new()
    {
        Headline = StillCannotSignInText.Headline(verdict, Person.Name(facts.User), facts.LastAttempt?.ErrorCode ?? 0),
        Tone = verdict switch
        {
            StillCannotSignInVerdict.Works => Tone.Good,
            StillCannotSignInVerdict.JustChanged or StillCannotSignInVerdict.MustChange or StillCannotSignInVerdict.Guest => Tone.Neutral,
            StillCannotSignInVerdict.NoAttempt or StillCannotSignInVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons =
        [
            .. StillCannotSignInText.Steps(verdict, facts.User.IsSynced),
            .. IsPerhapsCloudOnly(facts, verdict) ? [StillCannotSignInText.PerhapsCloudOnly] : Array.Empty<Sentence>(),
            .. verdict is StillCannotSignInVerdict.OtherError or StillCannotSignInVerdict.NotThePassword ? StillCannotSignInText.Explained(known) : [],
        ],
        Evidence = [.. Rests(facts, verdict, now)],
        Unseen = facts.Unseen,
        Next = [.. Next(facts, verdict, known)],
    };

    /// <summary>Nothing better is known of a synced person, and the log that would tell where the reset went could not be read.</summary>
    private static bool IsPerhapsCloudOnly(StillCannotSignInFacts facts, StillCannotSignInVerdict verdict) =>
        facts is { User.IsSynced: true, Audits: null }
        && verdict is StillCannotSignInVerdict.CannotTell or StillCannotSignInVerdict.OtherError or StillCannotSignInVerdict.NoAttempt;

    private static IEnumerable<NextStep> Next(StillCannotSignInFacts facts, StillCannotSignInVerdict verdict, ErrorEntry? known)
    {
        if (verdict is StillCannotSignInVerdict.CloudOnlyReset or StillCannotSignInVerdict.OnPremisesExpired or StillCannotSignInVerdict.Locked
            || IsPerhapsCloudOnly(facts, verdict))
        {
            yield return new NextStep.Reset(StillCannotSignInText.ResetNow, facts.User.Id);
        }

        if (verdict is StillCannotSignInVerdict.OtherError && known is null && facts.LastAttempt is { ErrorCode: var code })
        {
            yield return new NextStep.Open(StillCannotSignInText.OpenLookup, $"https://login.microsoftonline.com/error?code={code.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    private static IEnumerable<Evidence> Rests(StillCannotSignInFacts facts, StillCannotSignInVerdict verdict, DateTimeOffset now)
    {
        var user = facts.User;
        yield return AccountEvidence.Account(user);
        if (user.IsGuest)
        {
            yield break;
        }

        yield return AccountEvidence.Kind(user);
        if (user.LastPasswordChange is { } changed)
        {
            yield return AccountEvidence.LastChange(When.Age(changed, now));
        }

        if (user.SessionsValidFrom is { } valid && valid > user.LastPasswordChange)
        {
            yield return new(StillCannotSignInText.SessionsRevoked, When.Age(valid, now));
        }

        if (user is { IsSynced: true, OnPremisesLastSync: { } synced })
        {
            yield return new(StillCannotSignInText.LastSync, When.Age(synced, now));
        }

        if (facts.LastAttempt is { } attempt)
        {
            var outcome = attempt.IsSuccess ? StillCannotSignInText.Succeeded : new Sentence($"AADSTS{attempt.ErrorCode}", $"AADSTS{attempt.ErrorCode}");
            yield return new(StillCannotSignInText.LastAttempt, attempt.App is { } app ? new($"{outcome.Ko}, {CardText.Plain(app, 60)}", $"{outcome.En}, {CardText.Plain(app, 60)}") : outcome, attempt.At);
        }

        if (verdict is StillCannotSignInVerdict.CloudOnlyReset && StillCannotSignInRules.StayedInCloud(facts) is { } reset)
        {
            yield return new(StillCannotSignInText.CloudReset, StillCannotSignInText.By(reset.By is { } by ? CardText.Plain(by, 80) : null), reset.At);
        }

        if (facts.Risk is { IsAtRisk: true } risk)
        {
            yield return new(StillCannotSignInText.Risk, new Sentence(CardText.Plain(risk.Level, 20), CardText.Plain(risk.Level, 20)), risk.At);
        }
    }
}
