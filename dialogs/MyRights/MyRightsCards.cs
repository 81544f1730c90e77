using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Graph.Rules;
using CredBot.Knowledge;

namespace CredBot.Dialogs.MyRights;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class MyRightsCards
{
    /// <summary>Roles of each kind that a card shows.</summary>
    private const int MostShown = 8;

    public static Finding Answer(MyRightsFacts facts, MyRightsVerdict verdict) => new()
    {
        Headline = MyRightsText.Headline(verdict),
        Tone = verdict switch
        {
            MyRightsVerdict.HasActive => Tone.Good,
            MyRightsVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Neutral,
        },
        Reasons = [.. MyRightsText.Reasons(verdict, (facts.Active ?? []).Any(static role => RoleRights.Of(role).Resets is not RightReach.Nobody))],
        Evidence = [.. Rests(facts)],
        Unseen = facts.Unseen,
        Next = [.. Next(facts, verdict)],
    };

    private static IEnumerable<Evidence> Rests(MyRightsFacts facts)
    {
        yield return AccountEvidence.Account(facts.User);
        foreach (var role in Foremost(facts.Active))
        {
            yield return Role(role, facts, MyRightsText.Active);
        }

        foreach (var role in Foremost(facts.Eligible))
        {
            yield return Role(role, facts, MyRightsText.ToActivate);
        }

        var left = new[] { facts.Active, facts.Eligible }.Sum(static roles => Math.Max(0, (roles?.Count ?? 0) - MostShown));
        if (left > 0)
        {
            yield return new(MyRightsText.Further, MyRightsText.Number(left));
        }
    }

    /// <summary>Those that are good for something here come first.</summary>
    private static IEnumerable<RoleAssignment> Foremost(IReadOnlyList<RoleAssignment>? roles) =>
        (roles ?? []).OrderByDescending(static role => RoleRights.Of(role).Resets).Take(MostShown);

    private static Evidence Role(RoleAssignment role, MyRightsFacts facts, Sentence state)
    {
        var (where, until) = (Where(role, facts), role.EndsAt is { } at ? When.Local(at) : null);
        var rights = MyRightsText.Rights(RoleRights.Of(role));
        return new(
            new(PermissionText.Role(role.RoleId, "ko"), PermissionText.Role(role.RoleId, "en")),
            MyRightsText.Line(state, where, until, rights));
    }

    private static Sentence Where(RoleAssignment role, MyRightsFacts facts) => role switch
    {
        { IsTenantWide: true } => MyRightsText.WholeTenant,
        { UnitId: { } id } => MyRightsText.Unit(CardText.Plain(
            facts.Units.FirstOrDefault(unit => unit.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.DisplayName ?? id)),
        _ => MyRightsText.OneObject,
    };

    private static IEnumerable<NextStep> Next(MyRightsFacts facts, MyRightsVerdict verdict)
    {
        if (facts.Eligible is [_, ..])
        {
            yield return new NextStep.Open(MyRightsText.OpenActivation, MyRightsText.ActivationUrl);
        }

        if (verdict is MyRightsVerdict.HasActive)
        {
            yield return new NextStep.Ask(MyRightsText.CheckSomebody, Intents.CheckPermissions);
        }
    }
}
