using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;
using CredBot.Graph.Rules;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>Whom → may you → why → what will happen → confirm → the operation, for a new password or a pass. Until the confirmation nothing is changed.</summary>
internal sealed class HelpdeskResetDialog(Purpose purpose, GraphClient graph, IOptions<ResetOptions> policy, ObjectionLinks links)
    : WaterfallDialog<HelpdeskResetState>(DialogIds.OfReset(purpose))
{
    private const int LongestReason = 500;

    protected override JsonTypeInfo<HelpdeskResetState> StateType => DialogsJson.Wire.HelpdeskResetState;

    protected override IReadOnlyList<WaterfallStep<HelpdeskResetState>> Steps =>
    [
        new(nameof(FindSubject), FindSubject),
        new(nameof(Check), Check),
        new(nameof(AskReason), AskReason),
        new(nameof(Confirm), Confirm),
        new(nameof(SignInAnew), SignInAnew),
        new(nameof(Start), Start),
    ];

    /// <summary>The same question in the same conversation makes the same operation, however often it is answered.</summary>
    public static string OperationId(TurnContext turn, string cardKey) => OperationIds.Of(turn, "reset", cardKey);

    /// <summary>Two letters at least, in any script: whoever reads the audit later finds words, and no «.» or «?».</summary>
    public static bool IsReason(PromptAttempt<string> attempt) => attempt is { Recognised: true, Answer: { } words } && words.Count(char.IsLetter) >= 2;

    private static StepOutcome<HelpdeskResetState> FindSubject(WaterfallStepContext<HelpdeskResetState> step)
    {
        var options = new SubjectOptions { Words = step.State.Words, SubjectId = step.State.SubjectId, ForReset = true };
        return step.Begin(DialogIds.Subject, DialogsJson.Wire.Write(options), step.State);
    }

    private async Task<StepOutcome<HelpdeskResetState>> Check(WaterfallStepContext<HelpdeskResetState> step, CancellationToken cancellationToken)
    {
        if (step.Result is not FoundSubject { User: var user, Asker: var asker })
        {
            return step.End();
        }

        var facts = await graph.ReadResetFactsAsync(asker.Token, asker.Me, user, cancellationToken);
        var intended = ResetGate.Intended(purpose, asker.Me.Id, policy.Value);
        if (ResetGate.Refusal(facts, intended, step.State.IsException, policy.Value) is { } failure)
        {
            step.Turn.Send(HelpdeskResetCards.Refusal(user, failure, step.Turn.Language, intended));
            Audit(step.Turn, user.Id, failure.Outcome);
            return step.End();
        }

        return step.Next(step.State with
        {
            SubjectId = user.Id,
            SubjectName = Person.Name(user),
            SubjectAddress = Person.Address(user),
            Synced = user.IsSynced,
            Class = SubjectClasses.Of(facts, policy.Value),
            Purpose = intended,
            MayGetPass = intended is Purpose.PasswordReset && ResetPolicy.Decide(facts, Purpose.TemporaryAccessPass) is ResetDecision.Allowed,
            RequesterName = Person.Name(asker.Me),
        });
    }

    private static StepOutcome<HelpdeskResetState> AskReason(WaterfallStepContext<HelpdeskResetState> step)
    {
        var language = step.Turn.Language;
        return step.Prompt(
            DialogIds.Reason,
            new PromptOptions
            {
                Prompt = Speech.Message(HelpdeskResetText.Why(step.State).In(language)),
                Retry = Speech.Message(HelpdeskResetText.WhyAgain.In(language)),
            },
            step.State);
    }

    private StepOutcome<HelpdeskResetState> Confirm(WaterfallStepContext<HelpdeskResetState> step)
    {
        if (step.Result is not string reason)
        {
            step.Turn.Say(HelpdeskResetText.NoReason);
            return step.End();
        }

        var (turn, language) = (step.Turn, step.Turn.Language);
        var key = $"{turn.TurnId}-reset";
        var state = step.State with { Reason = CardText.Shown(reason.Trim(), LongestReason), CardKey = key };
        return step.Prompt(
            DialogIds.Confirm,
            new PromptOptions
            {
                Key = key,
                Prompt = HelpdeskResetCards.Preview(state, AssurancePolicy.Level(state.Class, 0, policy.Value), OperationId(turn, key), language),
                Retry = Speech.Message(HelpdeskResetText.YesOrNo.In(language)),
                Choices =
                [
                    new Choice(ConfirmPrompt.Yes, HelpdeskResetText.Yes(state.Purpose).In(language), HelpdeskResetText.YesWords),
                    new Choice(ConfirmPrompt.No, HelpdeskResetText.No(state.Purpose).In(language), HelpdeskResetText.NoWords),
                ],
            },
            state);
    }

    /// <summary>A click is asked at the gate already; a typed «yes» is not.</summary>
    private StepOutcome<HelpdeskResetState> SignInAnew(WaterfallStepContext<HelpdeskResetState> step) => step.Result is true && !SignInTimes.IsFresh(step.Turn, policy.Value.SignInWithin)
        ? step.Begin(DialogIds.SignIn, DialogsJson.Wire.Write(new SignInOptions { Within = policy.Value.SignInWithin }), step.State with { Confirmed = true })
        : step.Next(step.State, step.Result);

    private StepOutcome<HelpdeskResetState> Start(WaterfallStepContext<HelpdeskResetState> step)
    {
        var (turn, state) = (step.Turn, step.State);
        if (step.Result is not (true or SignedInPerson) || Requester.From(turn) is not { } requester)
        {
            turn.Owe(new Effect.Update(state.CardKey, HelpdeskResetCards.NotDone(state, turn.Language)));
            if (step.Result is null && !state.Confirmed)
            {
                turn.Say(HelpdeskResetText.NoAnswer);
            }

            return step.End();
        }

        var operation = OperationId(turn, state.CardKey);
        var request = new ResetRequest
        {
            Requester = requester,
            Purpose = state.Purpose,
            IsException = state.IsException,
            RequesterName = state.RequesterName,
            Class = state.Class,
            PolicyVersion = AssurancePolicy.Version(policy.Value),
            SubjectId = state.SubjectId!,
            SubjectName = state.SubjectName,
            SubjectAddress = state.SubjectAddress,
            Synced = state.Synced,
            Reason = state.Reason,
            ObjectionUrl = links.Create(requester.Tenant, state.SubjectId!, operation),
            Language = turn.Language,
            CardKey = state.CardKey,
            AskedAt = turn.Now,
        };
        turn.Owe(new Effect.Update(state.CardKey, HelpdeskResetCards.Live(new ResetDocument { Operation = operation, Request = request })));
        turn.Conversation = turn.Conversation.With(LastReset.Property, new LastReset(operation));
        turn.Owe(new Effect.Start(operation, HelpdeskResetFlow.FlowName, JsonSerializer.SerializeToElement(request, DialogsJson.Wire.ResetRequest)));
        return step.End();
    }

    private static void Audit(TurnContext turn, string subject, string outcome)
    {
        if (Requester.From(turn) is { } requester)
        {
            turn.Owe(new Effect.Audit(new AuditEntry
            {
                Key = $"{turn.Activity.Conversation?.Id}:{turn.TurnId}:reset.refused",
                Tenant = requester.Tenant,
                At = turn.Now,
                Actor = requester.Id,
                Action = "reset.refused",
                Subject = subject,
                Outcome = outcome,
            }));
        }
    }
}
