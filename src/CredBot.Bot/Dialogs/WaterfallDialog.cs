using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Dialogs;

/// <summary>Named steps that run one after the other, with a typed state. Its options are its first state.</summary>
/// <remarks>Differs from the Bot Framework's on purpose: steps are stored by name, and a step returns what comes next instead of doing it.</remarks>
public abstract class WaterfallDialog<TState>(string id) : Dialog(id) where TState : class, new()
{
    /// <summary>A waterfall that hops more often than this within one turn goes in circles.</summary>
    private const int MostHops = 64;

    private IReadOnlyList<WaterfallStep<TState>>? steps;

    /// <summary>How the state is stored.</summary>
    protected abstract JsonTypeInfo<TState> StateType { get; }

    /// <summary>The steps in order. Asked for once.</summary>
    protected abstract IReadOnlyList<WaterfallStep<TState>> Steps { get; }

    public override bool CanResume(DialogInstance instance) =>
        base.CanResume(instance) && IndexOf(instance.Step) >= 0 && (instance.State is null || Reads(instance.State, StateType));

    public override Task<DialogTurnResult> BeginAsync(DialogContext context, JsonElement? options, CancellationToken cancellationToken) =>
        RunAsync(context, 0, options is { } json ? Read(json) : new TState(), null, cancellationToken);

    /// <summary>Words typed while no prompt stands above are the result of the step that waits; anything else leaves it waiting.</summary>
    public override Task<DialogTurnResult> ContinueAsync(DialogContext context, CancellationToken cancellationToken) =>
        context.Turn.Activity is { Type: ActivityTypes.Message, IsSubmit: false } said && said.TextWithoutBotMention() is { } text
            ? ResumeAsync(context, text, cancellationToken)
            : Task.FromResult(DialogTurnResult.Waiting);

    public override Task<DialogTurnResult> ResumeAsync(DialogContext context, object? result, CancellationToken cancellationToken)
    {
        var instance = context.Active!;
        var index = IndexOf(instance.Step);
        return index < 0
            ? Task.FromResult(context.Lose())
            : RunAsync(context, index + 1, instance.State is { } json ? Read(json) : new TState(), result, cancellationToken);
    }

    private async Task<DialogTurnResult> RunAsync(DialogContext context, int index, TState state, object? result, CancellationToken cancellationToken)
    {
        for (var hops = 0; index < All.Count; hops++)
        {
            if (hops > MostHops)
            {
                throw new InvalidOperationException($"The waterfall {Id} goes in circles at {All[index].Name}.");
            }

            var outcome = await All[index].Run(new WaterfallStepContext<TState>(context.Turn, state, result), cancellationToken);
            switch (outcome)
            {
                case StepOutcome<TState>.Next next:
                    (state, result, index) = (next.State, next.Result, index + 1);
                    break;
                case StepOutcome<TState>.GoTo other:
                    (state, result, index) = (other.State, null, IndexOf(other.Step));
                    if (index < 0)
                    {
                        throw new InvalidOperationException($"The waterfall {Id} has no step {other.Step}.");
                    }

                    break;
                case StepOutcome<TState>.Begin child:
                    context.Active = Instance(All[index].Name, child.State, StateType);
                    return await context.BeginAsync(child.Dialog, child.Options, cancellationToken);
                case StepOutcome<TState>.End end:
                    return await context.EndAsync(end.Result, cancellationToken);
            }
        }

        return await context.EndAsync(result, cancellationToken);
    }

    private IReadOnlyList<WaterfallStep<TState>> All => steps ??= Distinct(Steps);

    private int IndexOf(string? step)
    {
        for (var index = 0; index < All.Count; index++)
        {
            if (All[index].Name == step)
            {
                return index;
            }
        }

        return -1;
    }

    private IReadOnlyList<WaterfallStep<TState>> Distinct(IReadOnlyList<WaterfallStep<TState>> all) =>
        all.DistinctBy(static step => step.Name).Count() == all.Count
            ? all
            : throw new InvalidOperationException($"Two steps of the waterfall {Id} have the same name.");

    private TState Read(JsonElement json) => json.Deserialize(StateType) ?? new TState();
}
