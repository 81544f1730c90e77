using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.LicenceCheck;

/// <summary>«Which licences do we have?»: what the tenant has bought and the asker holds, and what it is enough for.</summary>
internal sealed class LicenceCheckDialog(GraphClient graph, FaqCorpus corpus) : DiagnosisDialog(DialogIds.LicenceCheck, Intents.FaqAdminResetTrouble, corpus)
{
    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var (mine, bought) = (graph.GetMyPlansAsync(asker.Token, cancellationToken), graph.GetSkusAsync(asker.Token, cancellationToken));
        await Task.WhenAll(mine, bought);
        var facts = new LicenceCheckFacts
        {
            Plans = (await mine).OrNothing(),
            Bought = (await bought).OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(await mine, LicenceCheckText.MyLicences), Unseen.From(await bought, LicenceCheckText.TenantLicences, Readers.OfLicences)),
        };
        return LicenceCheckCards.Answer(facts, LicenceCheckRules.Decide(facts));
    }
}
