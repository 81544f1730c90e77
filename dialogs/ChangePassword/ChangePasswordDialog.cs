using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ChangePassword;

/// <summary>«How do I change my password?»: who keeps it, where it is changed, and until when it must be.</summary>
internal sealed class ChangePasswordDialog(GraphClient graph, FaqCorpus corpus) : DiagnosisDialog(DialogIds.ChangePassword, Intents.FaqUserChange, corpus)
{
    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(asker, cancellationToken);
        return ChangePasswordCards.Way(facts, ChangePasswordRules.Decide(facts, turn.Now), turn.Now);
    }

    private async Task<ChangePasswordFacts> ReadAsync(SignedInPerson asker, CancellationToken cancellationToken)
    {
        var (token, me) = (asker.Token, asker.Me);
        if (me.IsGuest)
        {
            // Nothing that a guest may read here decides.
            return new ChangePasswordFacts { User = me };
        }

        var reading = graph.GetDomainAsync(token, me.UserPrincipalName ?? "", cancellationToken);
        var plans = me.IsSynced ? await graph.GetMyPlansAsync(token, cancellationToken) : null;
        var domain = await reading;
        return new ChangePasswordFacts
        {
            User = me,
            Domain = domain.OrNothing(),
            Plans = plans?.OrNothing(),
            Unseen = Unseen.Among(Unseen.From(domain, ChangePasswordText.TheDomain), Unseen.From(plans, ChangePasswordText.TheLicences)),
        };
    }
}
