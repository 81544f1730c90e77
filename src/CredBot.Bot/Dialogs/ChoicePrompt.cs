using CredBot.Bot.Builder;
using CredBot.Bot.Cards;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Dialogs;

/// <summary>Asks which of several; gives back the <see cref="Choice"/>. The question is a card with a button for each, and keeps what was chosen.</summary>
public sealed class ChoicePrompt(string id, PromptValidator<Choice>? validator = null) : Prompt<Choice>(id, validator)
{
    protected override bool Recognise(PromptOptions options, string? words, string? clicked, out Choice? answer)
    {
        var choices = options.Choices ?? [];
        answer = clicked is null ? ChoiceWords.Find(choices, words) : choices.FirstOrDefault(choice => choice.Value == clicked);
        return answer is not null;
    }

    protected override Activity Question(PromptOptions options, string key)
    {
        var buttons = (options.Choices ?? []).Select(choice => ExecuteAction.Answer(choice.Title, key, choice.Value));
        return Card(options, new ActionSet([.. buttons]));
    }

    protected override void Settle(TurnContext turn, PromptOptions options, string key, Choice? answer) =>
        turn.Owe(new Effect.Update(key, Card(options, new TextBlock($"✓ {CardText.Plain(answer?.Title ?? "")}") { Weight = "Bolder" })));

    private static Activity Card(PromptOptions options, CardElement below) =>
        new AdaptiveCard { Lang = options.Prompt.Locale, Body = [new TextBlock(options.Prompt.Text ?? ""), below] }.ToMessage(options.Prompt.Text ?? "");
}
