using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Permission;
using CredBot.Engine.Contracts;
using CredBot.Graph;
using CredBot.Graph.Passwords;
using CredBot.Graph.Rules;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The outside effects of a reset, each under the requester's own token, fetched anew.</summary>
internal sealed class HelpdeskResetSteps(
    GraphClient graph, UserTokenClient tokens, IOptions<BotOptions> bot, IOptions<ResetOptions> policy, ISecretSeal seal, ICardSurface cards,
    IOperations operations) : ISteps
{
    public string Flow => HelpdeskResetFlow.FlowName;

    public async Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        var document = context.Document.Deserialize(DialogsJson.Wire.ResetDocument)!;
        var result = context.Step switch
        {
            HelpdeskResetFlow.Show => await ShowAsync(context, document, cancellationToken),
            HelpdeskResetFlow.Redact => await RedactAsync(context, document, cancellationToken),
            _ => await ActAsync(context.Step, document, cancellationToken),
        };
        return JsonSerializer.SerializeToElement(result, DialogsJson.Wire.ResetStepResult);
    }

    private async Task<ResetStepResult> ActAsync(string step, ResetDocument document, CancellationToken cancellationToken)
    {
        var answer = await tokens.GetTokenAsync(
            document.Request.Requester.ChannelUser, bot.Value.OAuthConnection, document.Request.Requester.Channel, null, cancellationToken);
        if (answer is not TokenAnswer.Found found)
        {
            return WithoutToken(step, answer is TokenAnswer.Unavailable);
        }

        var token = new GraphToken(found.Token.Value);

        return step switch
        {
            HelpdeskResetFlow.Prepare => await PrepareAsync(token, document, cancellationToken),
            HelpdeskResetFlow.Call => document.Request.Purpose is Purpose.TemporaryAccessPass
                ? await IssueAsync(token, document, cancellationToken)
                : await CallAsync(token, document, cancellationToken),
            HelpdeskResetFlow.Poll => await PollAsync(token, document, cancellationToken),
            HelpdeskResetFlow.Reconcile => document.Request.Purpose is Purpose.TemporaryAccessPass
                ? await FindPassAsync(token, document, cancellationToken)
                : await ReconcileAsync(token, document, cancellationToken),
            HelpdeskResetFlow.TakeBack => Carried(
                await graph.TakeBackPassAsync(token, document.Request.SubjectId, document.PassId!, cancellationToken) is GraphResult<PassTakenBack>.Ok),
            HelpdeskResetFlow.Revoke => Carried(await graph.RevokeSessionsAsync(token, document.Request.SubjectId, cancellationToken) is GraphResult<SessionsRevoked>.Ok),
            _ => throw new ArgumentException($"A reset has no step {step}.", nameof(step)),
        };
    }

    // Before the call nothing has happened, so no token means no reset; after it no token means no knowledge, for now or for good.
    private static ResetStepResult WithoutToken(string step, bool forNow) => step switch
    {
        HelpdeskResetFlow.Prepare or HelpdeskResetFlow.Call => Failed(forNow ? ResetFailures.NoTokenService : ResetFailures.SignedOut),
        HelpdeskResetFlow.Revoke or HelpdeskResetFlow.TakeBack => Carried(false),
        HelpdeskResetFlow.Poll when forNow => new() { End = ResetStepEnd.Running },
        _ => new() { End = ResetStepEnd.Lost },
    };

    /// <summary>Rights are read again at the moment of the act; a role lost since the question stops it here.</summary>
    private async Task<ResetStepResult> PrepareAsync(GraphToken token, ResetDocument document, CancellationToken cancellationToken)
    {
        var purpose = document.Request.Purpose;
        var managing = graph.GetManagerAsync(token, document.Request.SubjectId, cancellationToken);
        var facts = await graph.ReadResetFactsAsync(token, document.Request.SubjectId, cancellationToken);
        if (facts.Caller is { } caller && caller.Id != document.Request.Requester.Id)
        {
            return Failed(ResetFailures.OtherAccount);
        }

        switch (ResetPolicy.Decide(facts, purpose))
        {
            case ResetDecision.Refused refused:
                return Failed(PassFailures.Refused(refused, purpose));
            case ResetDecision.CannotTell unknown:
                return Failed(ResetFailures.CannotTell(unknown, facts));
        }

        var subject = facts.Subject!;
        var isPass = purpose is Purpose.TemporaryAccessPass;
        return new()
        {
            End = ResetStepEnd.Prepared,
            // Graph makes a pass's code itself, and tells it in its answer alone.
            Seal = isPass ? null : seal.Seal(document.Operation, TemporaryPassword.CreateFor(subject, policy.Value.BannedWords).Value),
            Passes = isPass ? (await graph.GetPassesAsync(token, subject.Id, cancellationToken)).OrNothing() : null,
            At = subject.LastPasswordChange,
            Binding = AssurancePolicy.Bind(document.Facts with
            {
                SubjectAddress = Person.Address(subject),
                Class = SubjectClasses.Of(facts, policy.Value),
                PolicyVersion = AssurancePolicy.Version(policy.Value),
            }),
            Manager = (await managing).OrNothing()?.Id,
        };
    }

    private async Task<ResetStepResult> CallAsync(GraphToken token, ResetDocument document, CancellationToken cancellationToken)
    {
        if (seal.Open(document.Operation, document.Seal!) is not { } password)
        {
            return Failed(ResetFailures.NotExecuted);
        }

        return await graph.ResetPasswordAsync(token, document.Request.SubjectId, password, cancellationToken) switch
        {
            GraphResult<ResetAccepted>.Ok { Value: var accepted } => new() { End = ResetStepEnd.Accepted, Location = accepted.Location, After = accepted.RetryAfter },
            GraphResult<ResetAccepted>.Failed { Error: { Kind: GraphErrorKind.Throttled } error } =>
                new() { End = ResetStepEnd.Throttled, After = error.RetryAfter, Failure = ResetFailures.From(error) },
            GraphResult<ResetAccepted>.Failed { Error: { ProvesNothingHappened: true } error } => Failed(ResetFailures.From(error)),
            _ => new() { End = ResetStepEnd.Lost },
        };
    }

    private async Task<ResetStepResult> IssueAsync(GraphToken token, ResetDocument document, CancellationToken cancellationToken) =>
        await graph.IssuePassAsync(token, document.Request.SubjectId, policy.Value.PassLifetime, cancellationToken) switch
        {
            GraphResult<IssuedPass>.Ok { Value: var pass } => new()
            {
                End = ResetStepEnd.Accepted, Seal = seal.Seal(document.Operation, pass.Code), PassId = pass.Id, PassUntil = pass.EndsAt,
            },
            GraphResult<IssuedPass>.Failed { Error: { Kind: GraphErrorKind.Throttled } error } =>
                new() { End = ResetStepEnd.Throttled, After = error.RetryAfter, Failure = ResetFailures.From(error) },
            GraphResult<IssuedPass>.Failed { Error: { ProvesNothingHappened: true } error } => Failed(PassFailures.From(error)),
            _ => new() { End = ResetStepEnd.Lost },
        };

    /// <summary>A pass that was not there before may be the one whose code was lost with the answer; whoever made it, the code is nobody's.</summary>
    private async Task<ResetStepResult> FindPassAsync(GraphToken token, ResetDocument document, CancellationToken cancellationToken) =>
        (document.PassesBefore, await graph.GetPassesAsync(token, document.Request.SubjectId, cancellationToken)) switch
        {
            ({ } before, GraphResult<IReadOnlyList<string>>.Ok { Value: var passes }) when passes.All(before.Contains) => new() { End = ResetStepEnd.Unchanged },
            ({ }, GraphResult<IReadOnlyList<string>>.Ok) => new() { End = ResetStepEnd.Doubtful, Failure = PassFailures.CodeLost },
            _ => new() { End = ResetStepEnd.Lost },
        };

    private async Task<ResetStepResult> PollAsync(GraphToken token, ResetDocument document, CancellationToken cancellationToken) =>
        await graph.PollResetAsync(token, document.Location!, cancellationToken) switch
        {
            GraphResult<ResetProgress>.Ok { Value: ResetProgress.Succeeded } => new() { End = ResetStepEnd.Succeeded },
            GraphResult<ResetProgress>.Ok { Value: ResetProgress.Failed failed } => Failed(ResetFailures.OperationFailed(failed.StatusDetail)),
            GraphResult<ResetProgress>.Ok { Value: ResetProgress.Running running } => new() { End = ResetStepEnd.Running, After = running.RetryAfter },
            GraphResult<ResetProgress>.Failed { Error: { Kind: GraphErrorKind.Forbidden or GraphErrorKind.NotFound or GraphErrorKind.SignInExpired } } =>
                new() { End = ResetStepEnd.Lost },
            GraphResult<ResetProgress>.Failed { Error: var error } => new() { End = ResetStepEnd.Running, After = error.RetryAfter },
            _ => new() { End = ResetStepEnd.Running },
        };

    private async Task<ResetStepResult> ReconcileAsync(GraphToken token, ResetDocument document, CancellationToken cancellationToken)
    {
        if (await graph.GetUserAsync(token, document.Request.SubjectId, cancellationToken) is not GraphResult<DirectoryUser>.Ok { Value.LastPasswordChange: { } at })
        {
            return new() { End = ResetStepEnd.Lost };
        }

        return ResetEvidence.Judge(document, at) switch
        {
            ResetChange.None => new() { End = ResetStepEnd.Unchanged },
            ResetChange.TooEarly => new() { End = ResetStepEnd.Lost },
            ResetChange.TooLate => new() { End = ResetStepEnd.Doubtful, At = at, Failure = ResetFailures.ChangedTooLate },
            // The neighbours are read after the change: whoever made it recorded the call before.
            _ when await IsContestedAsync(document, at, cancellationToken) => new() { End = ResetStepEnd.Doubtful, At = at, Failure = ResetFailures.Contested },
            _ => new() { End = ResetStepEnd.Changed, At = at },
        };
    }

    /// <summary>Whether another request of the same tenant may have made the change.</summary>
    private async Task<bool> IsContestedAsync(ResetDocument document, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await operations.ReadNeighboursAsync(document.Operation, ResetEvidence.NeighboursSince(at), cancellationToken))
            .Select(static json => json.Deserialize(DialogsJson.Wire.ResetDocument)!)
            .Any(neighbour => ResetEvidence.MayBeOf(neighbour, document.Request.SubjectId, at));

    private async Task<ResetStepResult> ShowAsync(StepContext context, ResetDocument document, CancellationToken cancellationToken)
    {
        if (document.Seal is null || seal.Open(document.Operation, document.Seal) is not { } password)
        {
            return new() { End = ResetStepEnd.NotCarried };
        }

        var drawn = await cards.RedrawAsync(context.Conversation, document.Request.CardKey, HelpdeskResetCards.WithPassword(document, password), cancellationToken);
        // An answer that was lost may have put the password on the card: it counts as shown, and is taken away in time. A wait that was asked
        // for, or a message ahead of this one that waits, means that it was not sent.
        return Carried(drawn is not (ConnectorResult.Refused or ConnectorResult.Failed { RetryAfter: not null }));
    }

    private async Task<ResetStepResult> RedactAsync(StepContext context, ResetDocument document, CancellationToken cancellationToken)
    {
        var drawn = await cards.RedrawAsync(context.Conversation, document.Request.CardKey, HelpdeskResetCards.Live(document), cancellationToken);
        // A message that the channel no longer knows shows nothing to anybody.
        return Carried(drawn is ConnectorResult.Sent or ConnectorResult.Refused { Status: 404 });
    }

    private static ResetStepResult Failed(ResetFailure failure) => new() { End = ResetStepEnd.Failed, Failure = failure };

    private static ResetStepResult Carried(bool carried) => new() { End = carried ? ResetStepEnd.Carried : ResetStepEnd.NotCarried };
}
