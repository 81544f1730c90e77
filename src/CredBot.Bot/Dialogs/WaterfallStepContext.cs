using System.Text.Json;
using CredBot.Bot.Builder;

namespace CredBot.Bot.Dialogs;

/// <summary>What a step knows, and the ways it can end.</summary>
/// <param name="turn">The turn.</param>
/// <param name="state">The waterfall's state.</param>
/// <param name="result">What the step before gave: the answer to its prompt, or the result of the dialog it began. Null for none.</param>
public sealed class WaterfallStepContext<TState>(TurnContext turn, TState state, object? result) where TState : class
{
    public TurnContext Turn { get; } = turn;
    public TState State { get; } = state;
    public object? Result { get; } = result;

    private bool decided;

    /// <summary>On to the step after this one.</summary>
    public StepOutcome<TState> Next(TState state, object? result = null) => Once(new StepOutcome<TState>.Next(state, result));

    /// <summary>On to the step with this name; it finds no result.</summary>
    public StepOutcome<TState> GoTo(string step, TState state) => Once(new StepOutcome<TState>.GoTo(step, state));

    /// <summary>Asks, and waits for the answer in the step after this one.</summary>
    public StepOutcome<TState> Prompt(string prompt, PromptOptions options, TState state) =>
        Begin(prompt, JsonSerializer.SerializeToElement(options, DialogJson.Wire.PromptOptions), state);

    /// <summary>Begins another dialog; its result arrives in the step after this one.</summary>
    public StepOutcome<TState> Begin(string dialog, JsonElement? options, TState state) =>
        Once(new StepOutcome<TState>.Begin(dialog, options, state));

    /// <summary>Ends the waterfall.</summary>
    public StepOutcome<TState> End(object? result = null) => Once(new StepOutcome<TState>.End(result));

    /// <summary>A step that decides twice has forgotten a return: one of the two would silently not happen.</summary>
    private StepOutcome<TState> Once(StepOutcome<TState> outcome)
    {
        if (decided)
        {
            throw new InvalidOperationException("The step has said what comes next, and says it again.");
        }

        decided = true;
        return outcome;
    }
}
