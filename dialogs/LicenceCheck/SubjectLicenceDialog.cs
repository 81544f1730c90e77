using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.LicenceCheck;

/// <summary>«Is this user licensed?»: what the person's licences let them use now.</summary>
internal sealed class SubjectLicenceDialog(GraphClient graph, FaqCorpus corpus) : SubjectDiagnosisDialog(DialogIds.SubjectLicence, Intents.FaqAdminResetTrouble, corpus)
{
    protected override async Task<Finding> FindAsync(FoundSubject subject, TurnContext turn, CancellationToken cancellationToken)
    {
        var (theirs, bought) = (graph.GetPlansAsync(subject.Token, subject.User.Id, cancellationToken), graph.GetSkusAsync(subject.Token, cancellationToken));
        await Task.WhenAll(theirs, bought);
        var facts = new LicenceCheckFacts
        {
            Subject = subject.User,
            Plans = (await theirs).OrNothing(),
            Bought = (await bought).OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(await theirs, LicenceCheckText.TheirLicences, Readers.OfLicences),
                Unseen.From(await bought, LicenceCheckText.TenantLicences, Readers.OfLicences)),
        };
        return LicenceCheckCards.Answer(facts, LicenceCheckRules.Decide(facts));
    }
}
