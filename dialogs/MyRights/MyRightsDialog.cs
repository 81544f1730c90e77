using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Knowledge;

namespace CredBot.Dialogs.MyRights;

/// <summary>«What may I do?»: the asker's active and eligible roles, where and until when, and what each is good for here.</summary>
internal sealed class MyRightsDialog(GraphClient graph, FaqCorpus corpus) : DiagnosisDialog(DialogIds.MyRights, Intents.FaqAdminResetTrouble, corpus)
{
    /// <summary>Units whose names are looked up; a turn has no more requests.</summary>
    private const int MostUnits = 3;

    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(asker, cancellationToken);
        return MyRightsCards.Answer(facts, MyRightsRules.Decide(facts));
    }

    private async Task<MyRightsFacts> ReadAsync(SignedInPerson asker, CancellationToken cancellationToken)
    {
        var (token, me) = (asker.Token, asker.Me);
        var (active, eligible) = (graph.GetMyActiveRolesAsync(token, me, cancellationToken), graph.GetMyEligibleRolesAsync(token, cancellationToken));
        await Task.WhenAll(active, eligible);

        // Without Privileged Identity Management there is nothing to activate.
        var could = await eligible is GraphResult<IReadOnlyList<RoleAssignment>>.Failed { Error.NeedsPremium: true }
            ? new GraphResult<IReadOnlyList<RoleAssignment>>.Ok([])
            : await eligible;
        var units = await UnitsAsync(token, [.. (await active).OrNothing() ?? [], .. could.OrNothing() ?? []], cancellationToken);
        return new MyRightsFacts
        {
            User = me,
            Active = (await active).OrNothing(),
            Eligible = could.OrNothing(),
            Units = [.. units.Select(static read => read.OrNothing()).OfType<DirectoryUnit>()],
            Unseen = Unseen.Among(
            [
                Unseen.From(await active, MyRightsText.TheActive), Unseen.From(could, MyRightsText.TheEligible),
                .. units.Select(static read => Unseen.From(read, MyRightsText.TheUnit)).OfType<Unseen>().Take(1),
            ]),
        };
    }

    /// <summary>A unit that does not show is called by its id.</summary>
    private Task<GraphResult<DirectoryUnit>[]> UnitsAsync(GraphToken token, IReadOnlyList<RoleAssignment> held, CancellationToken cancellationToken) =>
        Task.WhenAll(held.Select(static role => role.UnitId).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostUnits)
            .Select(id => graph.GetUnitAsync(token, id, cancellationToken)));
}
