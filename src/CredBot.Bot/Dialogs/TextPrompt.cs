namespace CredBot.Bot.Dialogs;

/// <summary>Asks for words; gives back a string that is not blank.</summary>
public sealed class TextPrompt(string id, PromptValidator<string>? validator = null) : Prompt<string>(id, validator)
{
    protected override bool Recognise(PromptOptions options, string? words, string? clicked, out string? answer)
    {
        answer = words;
        return !string.IsNullOrWhiteSpace(words);
    }
}
