using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Knowledge;

namespace CredBot.Dialogs.AdminCheck;

/// <summary>«May I reset this user's password?», «why is the button grey?», «how do I do it?»: yes or no, with the role and the rule that decide, read now.</summary>
internal sealed class AdminCheckDialog(AdminCheckQuestion question, GraphClient graph, FaqCorpus corpus)
    : SubjectDiagnosisDialog(IdOf(question), FaqOf(question), corpus)
{
    protected override async Task<Finding> FindAsync(FoundSubject subject, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(subject, cancellationToken);
        return AdminCheckCards.Answer(question, facts, AdminCheckRules.Decide(facts));
    }

    private static string IdOf(AdminCheckQuestion question) => question switch
    {
        AdminCheckQuestion.WhyGreyed => DialogIds.ResetGreyed,
        AdminCheckQuestion.HowTo => DialogIds.ResetSteps,
        _ => DialogIds.AdminCheck,
    };

    private static string FaqOf(AdminCheckQuestion question) => question switch
    {
        AdminCheckQuestion.WhyGreyed => Intents.FaqResetGreyed,
        AdminCheckQuestion.HowTo => Intents.FaqAdminResetSteps,
        _ => Intents.FaqAdminResetTrouble,
    };

    /// <summary>Licences are looked at where they can turn a yes into a warning.</summary>
    private async Task<AdminCheckFacts> ReadAsync(FoundSubject subject, CancellationToken cancellationToken)
    {
        var (token, user) = (subject.Token, subject.User);
        var reset = await graph.ReadResetFactsAsync(token, subject.Asker.Me, user, cancellationToken);
        var facts = new AdminCheckFacts
        {
            Reset = reset,
            Decision = ResetPolicy.Decide(reset),
            Unseen = [.. reset.Unreadable.Where(static unread => !unread.Error.NeedsPremium).Select(static unread => new Unseen(PermissionText.Fact(unread.Fact), unread.Error))],
        };
        if (facts.Decision is ResetDecision.Allowed && user.IsSynced)
        {
            var plans = await graph.GetPlansAsync(token, user.Id, cancellationToken);
            return facts with { SubjectPlans = plans.OrNothing(), Unseen = Unseen.Among([.. facts.Unseen, Unseen.From(plans, AdminCheckText.TheirLicences)]) };
        }

        if (facts.Decision is ResetDecision.Allowed { By.UnitId: not null })
        {
            var plans = await graph.GetTenantPlansAsync(token, cancellationToken);
            return facts with { TenantPlans = plans.OrNothing(), Unseen = Unseen.Among([.. facts.Unseen, Unseen.From(plans, AdminCheckText.TenantLicences)]) };
        }

        return facts;
    }
}
