using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Knowledge;

namespace CredBot.Dialogs.WhoCanReset;

/// <summary>«Who can reset this user's password?»: the roles that could, and the people who hold them now.</summary>
internal sealed class WhoCanResetDialog(GraphClient graph, FaqCorpus corpus) : SubjectDiagnosisDialog(DialogIds.WhoCanReset, Intents.FaqAdminResetTrouble, corpus)
{
    protected override async Task<Finding> FindAsync(FoundSubject subject, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(subject, cancellationToken);
        return WhoCanResetCards.Answer(facts, WhoCanResetRules.Decide(facts));
    }

    private async Task<WhoCanResetFacts> ReadAsync(FoundSubject subject, CancellationToken cancellationToken)
    {
        if (subject.User.IsGuest)
        {
            // Nothing here decides about a password that lives elsewhere.
            return new WhoCanResetFacts { Subject = new() { Subject = subject.User }, Roles = [] };
        }

        var theirs = await graph.ReadSubjectFactsAsync(subject.Token, subject.User, cancellationToken);
        var roles = ResetHolders.RolesFor(theirs);
        var holders = roles.Count is 0 ? null : await graph.GetRoleHoldersAsync(subject.Token, roles, cancellationToken);
        return new WhoCanResetFacts
        {
            Subject = theirs,
            Roles = roles,
            Holders = holders?.OrNothing(),
            Unseen = Unseen.Among(
            [
                .. theirs.Unreadable.Select(static unread => new Unseen(PermissionText.Fact(unread.Fact), unread.Error)),
                Unseen.From(holders, WhoCanResetText.TheHolders),
            ]),
        };
    }
}
