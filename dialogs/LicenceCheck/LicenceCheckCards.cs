using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Permission;

namespace CredBot.Dialogs.LicenceCheck;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class LicenceCheckCards
{
    /// <summary>Products shown at once.</summary>
    private const int MostShown = 6;

    public static Finding Answer(LicenceCheckFacts facts, LicenceCheckVerdict verdict) => new()
    {
        Headline = LicenceCheckText.Headline(verdict, facts.Subject is { } subject ? Person.Name(subject) : null),
        Tone = verdict switch
        {
            LicenceCheckVerdict.SubjectCovered or LicenceCheckVerdict.TenantPremium => Tone.Good,
            LicenceCheckVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons = [.. LicenceCheckText.Reasons(verdict, facts)],
        Evidence = [.. Rests(facts)],
        Unseen = facts.Unseen,
        Next = [.. Next(verdict)],
    };

    private static IEnumerable<NextStep> Next(LicenceCheckVerdict verdict)
    {
        if (verdict is LicenceCheckVerdict.SubjectNotCovered)
        {
            yield return new NextStep.Open(LicenceCheckText.OpenLicences, LicenceCheckText.LicencesUrl);
        }

        yield return new NextStep.Open(LicenceCheckText.OpenRequirements, LicenceCheckText.RequirementsUrl);
    }

    private static IEnumerable<Evidence> Rests(LicenceCheckFacts facts)
    {
        if (facts.Subject is { } subject)
        {
            yield return AccountEvidence.Account(subject);
        }

        if (facts.Plans is { } plans)
        {
            yield return new(facts.Subject is null ? LicenceCheckText.MyPlan : LicenceCheckText.TheirPlan, LicenceCheckText.Plan(plans));
        }

        foreach (var sku in (facts.Bought ?? []).OrderByDescending(static sku => sku.Plans.HasPremium).Take(MostShown))
        {
            yield return new(new(CardText.Plain(sku.PartNumber), CardText.Plain(sku.PartNumber)), LicenceCheckText.Units(sku));
        }
    }
}
