using CredBot.Bot.Cards;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Graph;
using CredBot.Graph.Rules;

namespace CredBot.Dialogs.WhoCanReset;

/// <summary>Makes of a verdict what its card shows.</summary>
internal static class WhoCanResetCards
{
    /// <summary>People named at once; more of them would not be asked.</summary>
    private const int MostNamed = 5;

    public static Finding Answer(WhoCanResetFacts facts, WhoCanResetVerdict verdict) => new()
    {
        Headline = WhoCanResetText.Headline(verdict, Person.Name(facts.Subject.Subject!)),
        Tone = verdict switch
        {
            WhoCanResetVerdict.Somebody or WhoCanResetVerdict.OnUnitOnly => Tone.Good,
            WhoCanResetVerdict.HomeTenant => Tone.Neutral,
            WhoCanResetVerdict.RolesOnly or WhoCanResetVerdict.CannotTell => Tone.Doubtful,
            _ => Tone.Blocked,
        },
        Reasons = [.. WhoCanResetText.Reasons(verdict), PermissionText.Predicted],
        Evidence = [.. Rests(facts)],
        Unseen = facts.Unseen,
        Next = [new NextStep.Open(WhoCanResetText.OpenTable, WhoCanResetText.TableUrl)],
    };

    private static IEnumerable<Evidence> Rests(WhoCanResetFacts facts)
    {
        var subject = facts.Subject;
        yield return AccountEvidence.Account(subject.Subject!);
        if (subject.Subject!.IsGuest)
        {
            yield break;
        }

        yield return new(WhoCanResetText.TheirRoles, PermissionText.Held(subject.SubjectRoles));
        if (facts.Roles.Count > 0)
        {
            yield return new(WhoCanResetText.RolesThatCould, Names(facts.Roles));
        }

        var reaching = WhoCanResetRules.Reaching(facts);
        foreach (var holder in reaching.Take(MostNamed))
        {
            yield return new(WhoCanResetText.Holder(Name(holder), holder.IsGroup), By(holder, subject));
        }

        if (reaching.Count > MostNamed)
        {
            yield return new(WhoCanResetText.Further, WhoCanResetText.Number(reaching.Count - MostNamed));
        }
    }

    private static string Name(RoleHolder holder) => holder.Person is { } person ? Person.Name(person) : CardText.Plain(holder.DisplayName ?? holder.Id);

    private static Sentence By(RoleHolder holder, ResetFacts subject)
    {
        var (role, unit) = (holder.Assignment.RoleId, holder.Assignment.UnitId);
        var name = subject.SubjectUnits?.FirstOrDefault(one => one.Id.Equals(unit, StringComparison.OrdinalIgnoreCase))?.DisplayName ?? unit;
        var by = WhoCanResetText.Role(new(PermissionText.Role(role, "ko"), PermissionText.Role(role, "en")), name is null ? null : CardText.Plain(name));
        return holder.Person is { } person ? new($"{by.Ko} · {Person.Address(person)}", $"{by.En} · {Person.Address(person)}") : by;
    }

    private static Sentence Names(IReadOnlyList<string> roles) => new(
        string.Join(", ", roles.Select(static id => PermissionText.Role(id, "ko"))),
        string.Join(", ", roles.Select(static id => PermissionText.Role(id, "en"))));
}
