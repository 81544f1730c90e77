using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Permission;
using CredBot.Dialogs.Routing;
using CredBot.Graph;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>«Is this person really from IT?»: whom the caller claims to be → the directory → the check with the real one.</summary>
internal sealed class AgentCheckDialog() : WaterfallDialog<SubjectOptions>(DialogIds.AgentCheck)
{
    /// <summary>First word of the operation's id.</summary>
    public const string Kind = "agent";

    protected override JsonTypeInfo<SubjectOptions> StateType => DialogsJson.Wire.SubjectOptions;

    protected override IReadOnlyList<WaterfallStep<SubjectOptions>> Steps =>
    [
        new(nameof(AskWho), AskWho),
        new(nameof(Find), Find),
        new(nameof(Start), Start),
    ];

    private static StepOutcome<SubjectOptions> AskWho(WaterfallStepContext<SubjectOptions> step) => step.State.Words is { } words
        ? step.Next(step.State, words)
        : step.Prompt(DialogIds.Words, new PromptOptions { Prompt = Speech.Message(AgentCheckText.Who.In(step.Turn.Language)) }, step.State);

    private static StepOutcome<SubjectOptions> Find(WaterfallStepContext<SubjectOptions> step) => step.Result is string words
        ? step.Begin(DialogIds.Subject, DialogsJson.Wire.Write(SubjectOptions.ForCheck(words.Trim())), step.State)
        : step.End();

    private static StepOutcome<SubjectOptions> Start(WaterfallStepContext<SubjectOptions> step)
    {
        var turn = step.Turn;
        if (step.Result is not FoundSubject { User: var claimed, Asker: var asker } || Requester.From(turn) is not { } who)
        {
            turn.Say(AgentCheckText.NobodyKnown);
            return step.End();
        }

        if (Refusal(claimed, asker.Me) is { } refusal)
        {
            turn.Say(refusal);
            return step.End();
        }

        var key = $"{turn.TurnId}-agent";
        var request = new AgentCheckRequest
        {
            Requester = who,
            RequesterName = Person.Name(asker.Me),
            AgentId = claimed.Id,
            AgentName = Person.Name(claimed),
            AgentAddress = Person.Address(claimed),
            JobTitle = claimed.JobTitle,
            Language = turn.Language,
            CardKey = key,
            AskedAt = turn.Now,
        };
        var id = OperationIds.Of(turn, Kind, key);
        turn.Send(AgentCheckCards.ForAsker(new AgentCheckDocument { Id = id, Request = request, Until = turn.Now }), key);
        turn.Owe(new Effect.Start(id, AgentCheckFlow.FlowName, JsonSerializer.SerializeToElement(request, DialogsJson.Wire.AgentCheckRequest)));
        return step.End();
    }

    /// <summary>Whom nobody of the organisation's help desk can be.</summary>
    private static Sentence? Refusal(DirectoryUser claimed, DirectoryUser me) => claimed switch
    {
        _ when claimed.Id == me.Id => AgentCheckText.Yourself,
        { IsGuest: true } => AgentCheckText.Guest(Person.Name(claimed)),
        { AccountEnabled: false } => AgentCheckText.Disabled(Person.Name(claimed)),
        _ => null,
    };
}
