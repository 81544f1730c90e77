using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.OwnError;

/// <summary>«I get an error changing or resetting my password»: looks for it in the logs, or says who may.</summary>
internal sealed class OwnErrorDialog(GraphClient graph, FaqCorpus corpus, ErrorCodes errors) : DiagnosisDialog(DialogIds.OwnError, Intents.FaqUserError, corpus)
{
    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(asker, cancellationToken);
        var conclusion = OwnErrorRules.Decide(facts, turn.Now);
        var known = conclusion.Trouble?.Code is { } code ? errors.ReadFrom(code).FirstOrDefault(static one => one.Entry is not null)?.Entry : null;
        return OwnErrorCards.Cause(facts, conclusion, known, turn.Now);
    }

    private async Task<OwnErrorFacts> ReadAsync(SignedInPerson asker, CancellationToken cancellationToken)
    {
        var (token, me) = (asker.Token, asker.Me);
        if (me.IsGuest)
        {
            // Nothing that stands here is about a guest's password.
            return new OwnErrorFacts { User = me };
        }

        var reading = (
            SignIns: graph.GetSignInsAsync(token, me.Id, cancellationToken),
            Audits: graph.GetAuditsOfAsync(token, me.Id, cancellationToken),
            Methods: graph.GetMyMethodsAsync(token, cancellationToken),
            Domain: graph.GetDomainAsync(token, me.UserPrincipalName ?? "", cancellationToken));
        var (signIns, audits, methods, domain) = (await reading.SignIns, await reading.Audits, await reading.Methods, await reading.Domain);
        return new OwnErrorFacts
        {
            User = me,
            SignIns = signIns.OrNothing(),
            Audits = audits.OrNothing(),
            Methods = methods.OrNothing(),
            Domain = domain.OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(audits, OwnErrorText.TheAudits, Readers.OfReports), Unseen.From(signIns, OwnErrorText.TheSignIns, Readers.OfReports),
                Unseen.From(methods, OwnErrorText.TheMethods), Unseen.From(domain, OwnErrorText.TheDomain)),
        };
    }
}
