using CredBot.Bot.Builder;
using CredBot.Dialogs.Diagnosis;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Graph.Rules;
using CredBot.Knowledge;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>«How do I reset my password?»: reads the asker's own account and answers with the one way that fits it.</summary>
internal sealed class ResetPasswordDialog(GraphClient graph, FaqCorpus corpus) : DiagnosisDialog(DialogIds.ResetPassword, Intents.FaqUserReset, corpus)
{
    protected override async Task<Finding> FindAsync(SignedInPerson asker, TurnContext turn, CancellationToken cancellationToken)
    {
        var facts = await ReadAsync(asker, cancellationToken);
        var verdict = ResetPasswordRules.Decide(facts);
        var way = ResetPasswordCards.Way(facts, verdict, turn.Language, turn.Now);
        return verdict is ResetPasswordVerdict.Ready or ResetPasswordVerdict.ReadySynced && Watch(turn, facts.User, way) is { } operation
            ? ResetPasswordCards.Watched(way, operation)
            : way;
    }

    /// <summary>Who is sent to the reset page need not come back to say that it worked.</summary>
    /// <returns>The operation; null where nothing can be watched.</returns>
    private string? Watch(TurnContext turn, DirectoryUser me, Finding way)
    {
        if (me.LastPasswordChange is not { } before || Requester.From(turn) is not { } who)
        {
            return null;
        }

        if (turn.Conversation.Get(LastWatch.Property) is { Operation: var last })
        {
            turn.Owe(new Effect.Signal(last, $"{last}:{turn.TurnId}", PasswordWatchRequest.Superseded, who.Id));
        }

        var operation = PasswordWatchRequest.OperationId(turn, turn.TurnId);
        turn.Conversation = turn.Conversation.With(LastWatch.Property, new LastWatch(operation));
        var request = new PasswordWatchRequest
        {
            Requester = who,
            Language = turn.Language,
            CardKey = turn.TurnId,
            Idle = Card(way, turn),
            ChangedBefore = before,
            Until = turn.Now + PasswordWatchRequest.Longest,
        };
        turn.Owe(new Effect.Start(operation, PasswordWatchRequest.FlowName, DialogsJson.Wire.Write(request)));
        return operation;
    }

    /// <summary>Reads side by side, each of them optional.</summary>
    private async Task<ResetPasswordFacts> ReadAsync(SignedInPerson asker, CancellationToken cancellationToken)
    {
        var (token, me) = (asker.Token, asker.Me);
        if (me.IsGuest)
        {
            // A guest may read next to nothing here, and nothing here decides.
            return new ResetPasswordFacts { User = me };
        }

        var (methods, report, domain, plans, roles) = (
            graph.GetMyMethodsAsync(token, cancellationToken),
            graph.GetRegistrationAsync(token, me.Id, cancellationToken),
            graph.GetDomainAsync(token, me.UserPrincipalName ?? "", cancellationToken),
            graph.GetMyPlansAsync(token, cancellationToken),
            graph.GetMyActiveRolesAsync(token, me, cancellationToken));
        await Task.WhenAll(methods, report, domain, plans, roles);
        var adminsMay = await AdminsMayResetAsync(token, await roles, cancellationToken);
        return new ResetPasswordFacts
        {
            User = me,
            Methods = (await methods).OrNothing(),
            Registration = (await report).OrNothing(),
            Domain = (await domain).OrNothing(),
            Plans = (await plans).OrNothing(),
            Roles = (await roles).OrNothing(),
            AdminsMayReset = adminsMay is GraphResult<bool>.Ok { Value: var may } ? may : null,
            Unseen = Unseen.Among(
                Unseen.From(await methods, ResetPasswordText.TheMethods), Report(await report), Unseen.From(await domain, ResetPasswordText.TheDomain),
                Unseen.From(await plans, ResetPasswordText.TheLicences), Unseen.From(await roles, ResetPasswordText.TheRoles),
                Unseen.From(adminsMay, ResetPasswordText.ThePolicy)),
        };
    }

    /// <returns>Null where it does not matter.</returns>
    private async Task<GraphResult<bool>?> AdminsMayResetAsync(
        GraphToken token, GraphResult<IReadOnlyList<RoleAssignment>> roles, CancellationToken cancellationToken) =>
        roles is GraphResult<IReadOnlyList<RoleAssignment>>.Ok { Value.Count: > 0 } ? await graph.GetAdminsMayResetAsync(token, cancellationToken) : null;

    /// <summary>That the report is closed to ordinary people is how it is meant to be; that it does not answer, or is not bought, is worth a word.</summary>
    private static Unseen? Report(GraphResult<Registration?> report) => report is GraphResult<Registration?>.Failed { Error: { Kind: GraphErrorKind.Forbidden, NeedsPremium: false } }
        ? null
        : Unseen.From(report, ResetPasswordText.TheReport, Readers.OfReports);
}
