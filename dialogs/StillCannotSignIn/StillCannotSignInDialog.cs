using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.StillCannotSignIn;

/// <summary>«I reset the password and they still cannot sign in»: looks at the account, its last resets and its last attempts.</summary>
internal sealed class StillCannotSignInDialog(GraphClient graph, FaqCorpus corpus, ErrorCodes errors)
    : SubjectDiagnosisDialog(DialogIds.StillCannotSignIn, Intents.FaqResetStillCannotSignIn, corpus)
{
    protected override async Task<Finding> FindAsync(FoundSubject subject, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(subject, cancellationToken);
        var known = facts.LastAttempt is { IsFailure: true, ErrorCode: var code } ? errors.Find($"AADSTS{code}") : null;
        return StillCannotSignInCards.Cause(facts, StillCannotSignInRules.Decide(facts, turn.Now), known, turn.Now);
    }

    private async Task<StillCannotSignInFacts> ReadAsync(FoundSubject subject, CancellationToken cancellationToken)
    {
        var (token, user) = (subject.Token, subject.User);
        if (user.IsGuest || user.AccountEnabled is false)
        {
            // What stands in the logs would change nothing.
            return new StillCannotSignInFacts { User = user };
        }

        var reading = (
            SignIns: graph.GetSignInsAsync(token, user.Id, cancellationToken),
            Audits: graph.GetAuditsOfAsync(token, user.Id, cancellationToken),
            Risk: graph.GetRiskAsync(token, user.Id, cancellationToken),
            Domain: graph.GetDomainAsync(token, user.UserPrincipalName ?? "", cancellationToken));
        var (signIns, audits, risk, domain) = (await reading.SignIns, await reading.Audits, await reading.Risk, await reading.Domain);
        return new StillCannotSignInFacts
        {
            User = user,
            SignIns = signIns.OrNothing(),
            Audits = audits.OrNothing(),
            Risk = risk.OrNothing(),
            Domain = domain.OrNothing(),
            Unseen = Unseen.Among(
                Unseen.From(signIns, StillCannotSignInText.TheSignIns, Readers.OfReports),
                Unseen.From(audits, StillCannotSignInText.TheAudits, Readers.OfReports),
                Unseen.From(risk, StillCannotSignInText.TheRisk, Readers.OfRisk),
                Unseen.From(domain, StillCannotSignInText.TheDomain)),
        };
    }
}
