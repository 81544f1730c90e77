using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Dialogs;

/// <summary>Asks one question until it is answered; gives back the answer, or null after too many that did not fit.</summary>
/// <param name="id">The prompt's id in its set.</param>
/// <param name="validator">Decides whether an answer fits; null for the prompt's own recognition.</param>
public abstract class Prompt<TAnswer>(string id, PromptValidator<TAnswer>? validator = null) : Dialog(id)
{
    public override bool CanResume(DialogInstance instance) => base.CanResume(instance) && Reads(instance.State, DialogJson.Wire.PromptState);

    public override Task<DialogTurnResult> BeginAsync(DialogContext context, JsonElement? options, CancellationToken cancellationToken)
    {
        var asked = options?.Deserialize(DialogJson.Wire.PromptOptions) ?? throw new ArgumentException("A prompt needs its options.", nameof(options));
        var state = new PromptState { Options = asked, Key = asked.Key ?? $"{context.Turn.TurnId}-{Id}" };
        Store(context, state);
        Ask(context.Turn, state);
        return Task.FromResult(DialogTurnResult.Waiting);
    }

    public override Task<DialogTurnResult> ContinueAsync(DialogContext context, CancellationToken cancellationToken)
    {
        var (turn, state) = (context.Turn, Load(context));
        var click = CardClick.From(turn.Activity);
        // Only a click on this very question counts, and only words otherwise: typing signs, other invokes and old buttons move nothing.
        var words = turn.Activity is { Type: ActivityTypes.Message, IsSubmit: false } ? turn.Activity.TextWithoutBotMention() : null;
        var clicked = click is { Verb: CardVerbs.Answer } && click.Key == state.Key ? click.Answer : null;
        if (words is null && clicked is null)
        {
            return Task.FromResult(DialogTurnResult.Waiting);
        }

        var (recognised, attempt) = (Recognise(state.Options, words, clicked, out var answer), state.Attempt + 1);
        if (validator?.Invoke(new PromptAttempt<TAnswer>(turn, state.Options, recognised, answer, attempt)) ?? recognised)
        {
            Settle(turn, state.Options, state.Key, answer);
            return context.EndAsync(answer, cancellationToken);
        }

        if (attempt >= state.Options.Attempts)
        {
            return context.EndAsync(null, cancellationToken);
        }

        Store(context, state with { Attempt = attempt });
        if (!turn.Responded && state.Options.Retry is { } retry)
        {
            turn.Send(retry);
        }
        else if (!turn.Responded)
        {
            Reprompt(context);
        }

        return Task.FromResult(DialogTurnResult.Waiting);
    }

    public override Task<DialogTurnResult> ResumeAsync(DialogContext context, object? result, CancellationToken cancellationToken)
    {
        Reprompt(context);
        return Task.FromResult(DialogTurnResult.Waiting);
    }

    public override Task RepromptAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Reprompt(context);
        return Task.CompletedTask;
    }

    /// <summary>Makes an answer of what came.</summary>
    /// <param name="options">What was asked.</param>
    /// <param name="words">What was typed, without the mention of the bot; null for a click.</param>
    /// <param name="clicked">The clicked answer, from the client; null for words.</param>
    /// <param name="answer">The answer.</param>
    protected abstract bool Recognise(PromptOptions options, string? words, string? clicked, out TAnswer? answer);

    /// <summary>The message that asks.</summary>
    /// <param name="options">What to ask.</param>
    /// <param name="key">Key of the message.</param>
    protected virtual Activity Question(PromptOptions options, string key) => options.Prompt;

    /// <summary>The question was answered: its message may now say so.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="key">Key of the question's message.</param>
    /// <param name="answer">The answer.</param>
    protected virtual void Settle(TurnContext turn, PromptOptions options, string key, TAnswer? answer)
    {
    }

    /// <summary>Asks again, under a key of its own: a button of the older message counts no more.</summary>
    private void Reprompt(DialogContext context)
    {
        var state = Load(context);
        if (state.Options.Key is null)
        {
            state = state with { Key = $"{context.Turn.TurnId}-{Id}" };
            Store(context, state);
        }

        Ask(context.Turn, state);
    }

    private void Ask(TurnContext turn, PromptState state) =>
        turn.Send(Question(state.Options, state.Key) with { InputHint = "expectingInput" }, state.Key);

    private void Store(DialogContext context, PromptState state) =>
        context.Active = Instance(null, state, DialogJson.Wire.PromptState);

    private static PromptState Load(DialogContext context) => context.Active!.State!.Value.Deserialize(DialogJson.Wire.PromptState)!;
}
