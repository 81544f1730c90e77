using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Hybrid;

/// <summary>«The On-premises integration page is missing», «is writeback on?»: reads how the tenant stands to its Active Directory.</summary>
internal sealed class HybridDialog(GraphClient graph, FaqCorpus corpus) : DiagnosisDialog(DialogIds.Hybrid, Intents.FaqOnpremBladeMissing, corpus)
{
    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(asker.Token, cancellationToken);
        return HybridCards.State(facts, HybridRules.Decide(facts, turn.Now), turn.Now);
    }

    private async Task<HybridFacts> ReadAsync(GraphToken token, CancellationToken cancellationToken)
    {
        var reading = (
            Organization: graph.GetOrganizationAsync(token, cancellationToken),
            Plans: graph.GetTenantPlansAsync(token, cancellationToken),
            Switches: graph.GetWritebackAuditsAsync(token, cancellationToken),
            Features: graph.GetSyncFeaturesAsync(token, cancellationToken));
        var (organization, plans, switches, features) = (await reading.Organization, await reading.Plans, await reading.Switches, await reading.Features);
        return new HybridFacts
        {
            Organization = organization.OrNothing(),
            Plans = plans.OrNothing(),
            Switches = switches.OrNothing(),
            Features = features.OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(organization, HybridText.TheTenant), Unseen.From(plans, HybridText.TheLicences, Readers.OfLicences),
                Unseen.From(switches, HybridText.TheAudits, Readers.OfReports), Unseen.From(features, HybridText.TheFeatures, Readers.OfSync)),
        };
    }
}
