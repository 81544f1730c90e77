using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using CredBot.Graph;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Verification;

/// <summary>The outside effects of a verification: whom to ask is read from the directory under the agent's token, and the number is put on the agent's card.</summary>
internal sealed class VerificationSteps(
    GraphClient graph, UserTokenClient tokens, IOptions<BotOptions> bot, IOptions<ResetOptions> options, ISecretSeal seal, ICardSurface cards,
    IOperations operations, TimeProvider time) : ISteps
{
    /// <summary>People who are asked at once; the first one to answer decides.</summary>
    private const int MostAsked = 5;

    public string Flow => VerificationRequest.FlowName;

    public async Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        var document = context.Document.Deserialize(DialogsJson.Wire.VerificationDocument)!;
        var result = context.Step is VerificationFlow.Show
            ? await ShowAsync(context, document, cancellationToken)
            : await OpenAsync(document, cancellationToken);
        return JsonSerializer.SerializeToElement(result, DialogsJson.Wire.VerificationStepResult);
    }

    private async Task<VerificationStepResult> OpenAsync(VerificationDocument document, CancellationToken cancellationToken) => document.Current switch
    {
        Proof.Session => new() { People = [Subject(document)] },
        Proof.NumberMatch => new() { People = [Subject(document)], Number = NewNumber(document.Id) },
        Proof.ManagerVouched => await ManagerAsync(document, cancellationToken),
        Proof.SecondPerson => await SecondPersonsAsync(document, cancellationToken),
        Proof.Exception => Named(document, options.Value.ExceptionApprovers) ?? new() { End = VerificationEnd.NoApprover },
        _ => throw new InvalidOperationException("Everything was shown."),
    };

    private static AskedPerson Subject(VerificationDocument document) => new(document.Request.Facts.SubjectId, document.Request.SubjectName);

    private NumberChallenge NewNumber(string id)
    {
        var (salt, number) = (NumberChallenge.NewSalt(), NumberChallenge.NewNumber());
        return new(salt, NumberChallenge.HashOf(salt, number), seal.Seal(id, number));
    }

    private async Task<VerificationStepResult> ManagerAsync(VerificationDocument document, CancellationToken cancellationToken)
    {
        if (await TokenAsync(document, cancellationToken) is not { } token)
        {
            return new() { End = VerificationEnd.Unreadable };
        }

        return await graph.GetManagerAsync(token, document.Request.Facts.SubjectId, cancellationToken) switch
        {
            GraphResult<DirectoryUser>.Ok { Value: var manager } when IsThird(document, manager.Id) =>
                await IsSettledAsync(token, document, manager.Id, cancellationToken)
                    ? new() { Manager = manager.Id, People = [new(manager.Id, Person.Name(manager))] }
                    : new() { Manager = manager.Id, End = VerificationEnd.ManagerChanged },
            GraphResult<DirectoryUser>.Ok or GraphResult<DirectoryUser>.Failed { Error.Kind: GraphErrorKind.NotFound } => new() { End = VerificationEnd.NoManager },
            _ => new() { End = VerificationEnd.Unreadable },
        };
    }

    /// <summary>The directory's log says since when, to whom may read it; for the others what CredBot has seen itself decides.</summary>
    /// <remarks>Source: Entra «Audit activity reference»: the activity is named «Set user manager»; any name with the word counts.</remarks>
    private async Task<bool> IsSettledAsync(GraphToken token, VerificationDocument document, string manager, CancellationToken cancellationToken)
    {
        var (subject, since) = (document.Request.Facts.SubjectId, time.GetUtcNow() - options.Value.ManagerSettled);
        if (await graph.GetAuditsOfAsync(token, subject, cancellationToken) is GraphResult<IReadOnlyList<AuditRecord>>.Ok { Value: var audits })
        {
            return !audits.Any(one => one.At > since && one.Succeeded && one.Activity.Contains("manager", StringComparison.OrdinalIgnoreCase));
        }

        var book = await operations.ReadAsync(ManagerSighting.OperationId(document.Request.Requester.Tenant, subject), cancellationToken);
        return book is not { } json || json.Deserialize(DialogsJson.Wire.ManagerBook)!.IsSettled(manager, options.Value.ManagerSettled, time.GetUtcNow());
    }

    private async Task<VerificationStepResult> SecondPersonsAsync(VerificationDocument document, CancellationToken cancellationToken)
    {
        if (Named(document, options.Value.Approvers) is { } named)
        {
            return named;
        }

        if (await TokenAsync(document, cancellationToken) is not { } token
            || await graph.GetUserAsync(token, document.Request.Facts.SubjectId, cancellationToken) is not GraphResult<DirectoryUser>.Ok { Value: var subject })
        {
            return new() { End = VerificationEnd.Unreadable };
        }

        var facts = await graph.ReadSubjectFactsAsync(token, subject, cancellationToken);
        var roles = ResetHolders.RolesFor(facts, document.Request.Facts.Purpose);
        if (roles.Count is 0 || await graph.GetRoleHoldersAsync(token, roles, cancellationToken) is not GraphResult<IReadOnlyList<RoleHolder>>.Ok { Value: var holders })
        {
            return new() { End = VerificationEnd.Unreadable };
        }

        var people = ResetHolders.Reaching(facts, roles, holders, document.Request.Facts.Purpose).Where(static holder => !holder.IsGroup).Where(holder => IsThird(document, holder.Id)).Take(MostAsked)
            .Select(static holder => new AskedPerson(holder.Id, holder.Person is { } person ? Person.Name(person) : "")).ToList();
        return people.Count is 0 ? new() { End = VerificationEnd.NoApprover } : new() { People = people };
    }

    /// <returns>Null where the settings name nobody who is a third person.</returns>
    private static VerificationStepResult? Named(VerificationDocument document, IReadOnlyList<string> people) =>
        people.Where(id => IsThird(document, id)).Take(MostAsked).ToList() is { Count: > 0 } named
            ? new() { People = [.. named.Select(static id => new AskedPerson(id, ""))] }
            : null;

    /// <summary>Neither the agent, nor the person affected, nor anybody whose word was taken before.</summary>
    private static bool IsThird(VerificationDocument document, string id) =>
        document.Proven.Select(static one => one.By).Append(document.Request.Requester.Id).Append(document.Request.Facts.SubjectId)
            .All(other => !other.Equals(id, StringComparison.OrdinalIgnoreCase));

    private async Task<GraphToken?> TokenAsync(VerificationDocument document, CancellationToken cancellationToken)
    {
        var who = document.Request.Requester;
        return await tokens.GetTokenAsync(who.ChannelUser, bot.Value.OAuthConnection, who.Channel, null, cancellationToken) is TokenAnswer.Found { Token: var token }
            ? new GraphToken(token.Value)
            : null;
    }

    private async Task<VerificationStepResult> ShowAsync(StepContext context, VerificationDocument document, CancellationToken cancellationToken)
    {
        if (document.Number is not { Seal: { } sealed_ } || seal.Open(document.Id, sealed_) is not { } number)
        {
            return new();
        }

        var drawn = await cards.RedrawAsync(context.Conversation, document.Request.CardKey, VerificationCards.WithNumber(document, number), cancellationToken);
        return new() { Shown = drawn is ConnectorResult.Sent };
    }
}
