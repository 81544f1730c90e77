using System.Text.Json;

namespace CredBot.Bot.Dialogs;

/// <summary>What a step of a waterfall wants to happen next. Made by <see cref="WaterfallStepContext{TState}"/>.</summary>
public abstract record StepOutcome<TState> where TState : class
{
    private StepOutcome() { }

    internal sealed record Next(TState State, object? Result) : StepOutcome<TState>;

    internal sealed record GoTo(string Step, TState State) : StepOutcome<TState>;

    internal sealed record Begin(string Dialog, JsonElement? Options, TState State) : StepOutcome<TState>;

    internal sealed record End(object? Result) : StepOutcome<TState>;
}
