using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.OwnError;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class OwnErrorCards
{
    /// <param name="facts">What was read.</param>
    /// <param name="conclusion">What follows from it.</param>
    /// <param name="known">What is known of the failure's code; null for nothing.</param>
    /// <param name="now">The time of the turn.</param>
    public static Finding Cause(OwnErrorFacts facts, OwnErrorConclusion conclusion, ErrorEntry? known, DateTimeOffset now) => new()
    {
        Headline = OwnErrorText.Headline(conclusion.Verdict, known),
        Tone = conclusion.Verdict switch
        {
            OwnErrorVerdict.NothingFound or OwnErrorVerdict.Elsewhere => Tone.Neutral,
            OwnErrorVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons = [.. conclusion is { Verdict: OwnErrorVerdict.Explained, Trouble: { } trouble } ? OwnErrorText.Explained(trouble.Code, known) : OwnErrorText.Steps(conclusion)],
        Evidence = [.. Rests(facts, conclusion.Trouble, now)],
        Unseen = facts.Unseen,
        Next = [.. Next(conclusion.Verdict)],
    };

    private static IEnumerable<NextStep> Next(OwnErrorVerdict verdict)
    {
        switch (verdict)
        {
            case OwnErrorVerdict.Locked or OwnErrorVerdict.NothingFound or OwnErrorVerdict.CannotTell:
                yield return new NextStep.Ask(OwnErrorText.HowToReset, Intents.ResetMyPassword);
                break;
            case OwnErrorVerdict.WeakPassword or OwnErrorVerdict.OnPremisesPolicy:
                yield return new NextStep.Ask(OwnErrorText.HowToChange, Intents.ChangeMyPassword);
                yield return new NextStep.Ask(OwnErrorText.HowToReset, Intents.ResetMyPassword);
                break;
            case OwnErrorVerdict.NotRegistered:
                yield return new NextStep.Open(OwnErrorText.Register, OwnErrorText.RegisterUrl);
                break;
        }
    }

    private static IEnumerable<Evidence> Rests(OwnErrorFacts facts, OwnErrorTrouble? trouble, DateTimeOffset now)
    {
        yield return AccountEvidence.Account(facts.User);
        if (trouble is not null)
        {
            yield return new(OwnErrorText.Failed, When.Age(trouble.At, now));
        }

        if (trouble?.Code is { } code)
        {
            yield return Evidence.Of(OwnErrorText.Reason, CardText.Plain(code, 120));
        }

        if (facts.User is { IsGuest: false, LastPasswordChange: { } changed })
        {
            yield return AccountEvidence.LastChange(When.Age(changed, now));
        }
    }
}
