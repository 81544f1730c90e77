using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ChangePassword;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class ChangePasswordCards
{
    public static Finding Way(ChangePasswordFacts facts, ChangePasswordVerdict verdict, DateTimeOffset now) => new()
    {
        Headline = ChangePasswordText.Headline(verdict, DaysLeft(facts, now)),
        Tone = verdict switch
        {
            ChangePasswordVerdict.NeverExpires or ChangePasswordVerdict.Expires or ChangePasswordVerdict.Synced => Tone.Good,
            ChangePasswordVerdict.Disabled => Tone.Blocked,
            ChangePasswordVerdict.CannotTell or ChangePasswordVerdict.Expired => Tone.Doubtful,
            _ => Tone.Neutral,
        },
        Reasons = [.. ChangePasswordText.Steps(verdict)],
        Evidence = [.. Rests(facts, now)],
        Unseen = facts.Unseen,
        Next = [.. Next(verdict)],
    };

    private static int DaysLeft(ChangePasswordFacts facts, DateTimeOffset now) => facts.ExpiresAt is { } at ? (int)Math.Ceiling((at - now).TotalDays) : 0;

    private static IEnumerable<NextStep> Next(ChangePasswordVerdict verdict)
    {
        if (verdict is ChangePasswordVerdict.NeverExpires or ChangePasswordVerdict.Expires or ChangePasswordVerdict.Expired or ChangePasswordVerdict.Synced
            or ChangePasswordVerdict.CannotTell)
        {
            yield return new NextStep.Open(ChangePasswordText.OpenChange, ChangePasswordText.ChangeUrl);
            yield return new NextStep.Ask(ChangePasswordText.Forgotten, Intents.ResetMyPassword);
        }
    }

    private static IEnumerable<Evidence> Rests(ChangePasswordFacts facts, DateTimeOffset now)
    {
        yield return AccountEvidence.Account(facts.User);
        if (facts.User is { IsGuest: false, LastPasswordChange: { } changed })
        {
            yield return AccountEvidence.LastChange(When.Ago(changed, now));
        }

        if (facts is { User.IsSynced: false, ExpiresAt: { } at })
        {
            yield return Evidence.Of(ChangePasswordText.ExpiresOn, When.Local(at));
        }
    }
}
