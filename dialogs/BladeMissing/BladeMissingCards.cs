using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Permission;
using CredBot.Knowledge;

namespace CredBot.Dialogs.BladeMissing;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class BladeMissingCards
{
    public static Finding Answer(BladeMissingFacts facts, BladeMissingVerdict verdict) => new()
    {
        Headline = BladeMissingText.Headline(verdict),
        Tone = verdict switch
        {
            BladeMissingVerdict.AllThere => Tone.Good,
            BladeMissingVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons = [.. BladeMissingText.Reasons(verdict), BladeMissingText.OnePerson],
        Evidence = [.. Rests(facts)],
        Unseen = facts.Unseen,
        Next = [.. Next(verdict)],
    };

    private static IEnumerable<Evidence> Rests(BladeMissingFacts facts)
    {
        yield return AccountEvidence.Account(facts.User);
        if (facts.Plans is { } mine)
        {
            yield return new(BladeMissingText.MyLicences, BladeMissingText.Premium(mine.HasPremium));
        }

        if (facts.TenantPlans is { } tenant)
        {
            yield return new(BladeMissingText.TenantLicences, BladeMissingText.Premium(tenant.HasPremium));
        }

        yield return new(BladeMissingText.MyRoles, PermissionText.Held(facts.Roles));
    }

    private static IEnumerable<NextStep> Next(BladeMissingVerdict verdict) => verdict switch
    {
        BladeMissingVerdict.AllThere or BladeMissingVerdict.CannotTell => [new NextStep.Open(BladeMissingText.OpenPage, BladeMissingText.PageUrl)],
        BladeMissingVerdict.RoleInsufficient => [new NextStep.Ask(BladeMissingText.CheckSomebody, Intents.CheckPermissions)],
        _ => [new NextStep.Ask(BladeMissingText.CheckLicences, Intents.LicenceCheck)],
    };
}
