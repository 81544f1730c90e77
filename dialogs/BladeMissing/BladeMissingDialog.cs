using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.BladeMissing;

/// <summary>«The Password reset page is not shown»: which of its conditions the asker or the tenant does not meet.</summary>
internal sealed class BladeMissingDialog(GraphClient graph, FaqCorpus corpus) : DiagnosisDialog(DialogIds.BladeMissing, Intents.FaqResetBladeMissing, corpus)
{
    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(asker, cancellationToken);
        return BladeMissingCards.Answer(facts, BladeMissingRules.Decide(facts));
    }

    private async Task<BladeMissingFacts> ReadAsync(SignedInPerson asker, CancellationToken cancellationToken)
    {
        var token = asker.Token;
        var (mine, tenant, roles) = (
            graph.GetMyPlansAsync(token, cancellationToken), graph.GetTenantPlansAsync(token, cancellationToken),
            graph.GetMyActiveRolesAsync(token, asker.Me, cancellationToken));
        await Task.WhenAll(mine, tenant, roles);
        return new BladeMissingFacts
        {
            User = asker.Me,
            Plans = (await mine).OrNothing(),
            TenantPlans = (await tenant).OrNothing(),
            Roles = (await roles).OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(await mine, BladeMissingText.MyLicences), Unseen.From(await tenant, BladeMissingText.TenantLicences, Readers.OfLicences),
                Unseen.From(await roles, BladeMissingText.MyRoles)),
        };
    }
}
