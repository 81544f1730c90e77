using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;

namespace CredBot.Dialogs.Hybrid;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class HybridCards
{
    public static Finding State(HybridFacts facts, HybridVerdict verdict, DateTimeOffset now) => new()
    {
        Headline = HybridText.Headline(verdict, facts, now),
        Tone = verdict switch
        {
            HybridVerdict.WritebackEnabled => Tone.Good,
            HybridVerdict.CloudOnly => Tone.Neutral,
            HybridVerdict.NoEvent or HybridVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons = [.. HybridText.Steps(verdict, facts)],
        Evidence = [.. Rests(facts, now)],
        Unseen = facts.Unseen,
        Next = [.. Next(verdict)],
    };

    private static IEnumerable<NextStep> Next(HybridVerdict verdict)
    {
        if (verdict is not HybridVerdict.CloudOnly)
        {
            yield return new NextStep.Open(HybridText.OpenEntra, HybridText.EntraUrl);
            yield return new NextStep.Open(HybridText.OpenFixes, HybridText.FixesUrl);
        }
    }

    private static IEnumerable<Evidence> Rests(HybridFacts facts, DateTimeOffset now)
    {
        if (facts.Organization is { } tenant)
        {
            yield return new(HybridText.Synced, HybridText.SyncState(tenant.OnPremisesSyncEnabled));
            if (tenant.OnPremisesLastSync is { } last)
            {
                yield return new(HybridText.LastSync, When.Age(last, now));
            }
        }

        if (facts.Plans is { } plans)
        {
            yield return new(HybridText.Licence, HybridText.YesOrNo(plans.HasPremium));
        }

        if (facts.LastSwitch is { } change)
        {
            yield return new(HybridText.LastSwitch, HybridText.SwitchedBy(change));
        }

        if (facts.Features?.PasswordHashes is { } hashes)
        {
            yield return new(HybridText.Hashes, HybridText.YesOrNo(hashes));
        }
    }
}
