using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Graph.Rules;
using CredBot.Knowledge;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class AdminCheckCards
{
    /// <summary>Groups and units named at once.</summary>
    private const int MostNamed = 3;

    public static Finding Answer(AdminCheckQuestion question, AdminCheckFacts facts, AdminCheckVerdict verdict) => new()
    {
        Headline = AdminCheckText.Headline(question, verdict, Person.Name(facts.Reset.Subject!), facts.Decision),
        Tone = verdict switch
        {
            AdminCheckVerdict.Allowed => Tone.Good,
            AdminCheckVerdict.SyncedWithoutWriteback or AdminCheckVerdict.TenantUnlicensed or AdminCheckVerdict.AppLacksConsent
                or AdminCheckVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons = [.. Reasons(question, facts, verdict), PermissionText.Predicted],
        Evidence = [.. Rests(facts)],
        Unseen = facts.Unseen,
        Next = [.. Next(facts, verdict)],
    };

    private static IEnumerable<Sentence> Reasons(AdminCheckQuestion question, AdminCheckFacts facts, AdminCheckVerdict verdict)
    {
        switch (facts.Decision)
        {
            case ResetDecision.Allowed allowed:
                return
                [
                    PermissionText.Because(allowed),
                    // That it is written back is just what is in doubt then.
                    .. PermissionText.Notes(verdict is AdminCheckVerdict.SyncedWithoutWriteback ? allowed with { Notes = allowed.Notes & ~ResetNotes.WritesBack } : allowed),
                    .. AdminCheckText.Warning(verdict, facts),
                    .. question is AdminCheckQuestion.HowTo ? [AdminCheckText.Steps] : Array.Empty<Sentence>(),
                ];
            case ResetDecision.Refused refused:
                return
                [
                    PermissionText.Reason(refused),
                    .. new[] { AdminCheckText.Lowest(refused), PermissionText.WhoCould(refused), AdminCheckText.WhatHelps(verdict, refused) }.OfType<Sentence>(),
                ];
            case ResetDecision.CannotTell unknown:
                return
                [
                    PermissionText.CannotTell(unknown, facts.Reset),
                    .. verdict is AdminCheckVerdict.AppLacksConsent ? [AdminCheckText.Consent(unknown.Missing)] : Array.Empty<Sentence>(),
                ];
            default:
                return [];
        }
    }

    private static IEnumerable<Evidence> Rests(AdminCheckFacts facts)
    {
        var (reset, subject) = (facts.Reset, facts.Reset.Subject!);
        yield return AccountEvidence.Account(subject);
        yield return new(AdminCheckText.TheirRoles, PermissionText.Held(reset.SubjectRoles));
        if (reset.SubjectGroups is [_, ..] groups)
        {
            yield return Evidence.Of(AdminCheckText.TheirGroups, string.Join(", ", groups.Take(MostNamed).Select(static group => CardText.Plain(group.DisplayName ?? group.Id))));
        }

        if (reset.SubjectUnits is [_, ..] units)
        {
            yield return Evidence.Of(AdminCheckText.TheirUnits, string.Join(", ", units.Take(MostNamed).Select(static unit => CardText.Plain(unit.DisplayName ?? unit.Id))));
        }

        yield return new(AdminCheckText.MyRoles, PermissionText.Held(reset.CallerRoles));
        if (reset.CallerEligibleRoles is [_, ..])
        {
            yield return new(AdminCheckText.MyEligibleRoles, PermissionText.Held(reset.CallerEligibleRoles));
        }

        if (subject.IsSynced && facts.SubjectPlans is { } plans)
        {
            yield return new(AdminCheckText.WritebackLicence, plans.HasPremium ? AdminCheckText.There : AdminCheckText.NoRoles);
        }
    }

    private static IEnumerable<NextStep> Next(AdminCheckFacts facts, AdminCheckVerdict verdict) => verdict switch
    {
        AdminCheckVerdict.Allowed or AdminCheckVerdict.SyncedWithoutWriteback or AdminCheckVerdict.TenantUnlicensed =>
            [new NextStep.Reset(AdminCheckText.ResetNow, facts.Reset.Subject!.Id)],
        AdminCheckVerdict.EligibleOnly => [new NextStep.Open(AdminCheckText.OpenActivation, AdminCheckText.ActivationUrl)],
        AdminCheckVerdict.Self => [new NextStep.Ask(AdminCheckText.MyOwn, Intents.ResetMyPassword)],
        AdminCheckVerdict.AppLacksConsent => [new NextStep.Open(AdminCheckText.OpenPermissions, AdminCheckText.PermissionsUrl)],
        AdminCheckVerdict.Guest or AdminCheckVerdict.CannotTell => [],
        _ => [new NextStep.Open(AdminCheckText.OpenTable, AdminCheckText.TableUrl)],
    };
}
