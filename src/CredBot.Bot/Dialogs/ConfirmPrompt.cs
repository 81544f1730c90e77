using CredBot.Bot.Schema;

namespace CredBot.Bot.Dialogs;

/// <summary>Asks yes or no; gives back a <see cref="bool"/>. Only a whole answer counts: half a sentence confirms nothing. With a card of its own as the question, the dialog draws and redraws it.</summary>
public sealed class ConfirmPrompt(string id, PromptValidator<bool?>? validator = null) : Prompt<bool?>(id, validator)
{
    /// <summary>Value of the choice that agrees.</summary>
    public const string Yes = "yes";

    /// <summary>Value of the choice that does not.</summary>
    public const string No = "no";

    protected override bool Recognise(PromptOptions options, string? words, string? clicked, out bool? answer)
    {
        answer = (clicked ?? ChoiceWords.Named(options.Choices ?? [], words)?.Value) switch
        {
            Yes => true,
            No => false,
            _ => null,
        };
        return answer is not null;
    }

    protected override Activity Question(PromptOptions options, string key)
    {
        if (options.Prompt.Attachments is { Count: > 0 })
        {
            return options.Prompt;
        }

        var actions = (options.Choices ?? []).Select(static choice => new CardAction
        {
            Type = "imBack",
            Title = choice.Title,
            Value = System.Text.Json.JsonSerializer.SerializeToElement(choice.Title, BotJson.Wire.String),
        });
        return options.Prompt with { SuggestedActions = new SuggestedActions { Actions = [.. actions] } };
    }
}
