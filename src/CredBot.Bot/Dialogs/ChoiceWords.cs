using System.Globalization;

namespace CredBot.Bot.Dialogs;

/// <summary>Finds the choice that typed words mean: its title, value or synonym, else its number.</summary>
internal static class ChoiceWords
{
    private static readonly string[][] Ordinals =
    [
        ["first", "the first", "the first one", "첫번째", "첫째", "일번"],
        ["second", "the second", "the second one", "두번째", "둘째", "이번"],
        ["third", "the third", "the third one", "세번째", "셋째", "삼번"],
        ["fourth", "the fourth", "the fourth one", "네번째", "넷째", "사번"],
        ["fifth", "the fifth", "the fifth one", "다섯번째", "다섯째", "오번"],
    ];

    /// <returns>Null where the words fit none, or more than one.</returns>
    public static Choice? Find(IReadOnlyList<Choice> choices, string? words)
    {
        var said = Normal(words);
        if (said.Length is 0)
        {
            return null;
        }

        return Named(choices, words)
            ?? (Number(said) is { } number && number <= choices.Count ? choices[number - 1] : null)
            ?? Only(choices.Where(choice => said.Length > 1 && Normal(choice.Title).Contains(said, StringComparison.Ordinal)));
    }

    /// <summary>The choice that is called exactly so.</summary>
    /// <returns>Null where none is, or more than one.</returns>
    public static Choice? Named(IReadOnlyList<Choice> choices, string? words)
    {
        var said = Normal(words);
        return said.Length is 0 ? null : Only(choices.Where(choice => Names(choice).Any(name => Normal(name) == said)));
    }

    private static IEnumerable<string> Names(Choice choice) => [choice.Title, choice.Value, .. choice.Synonyms ?? []];

    private static Choice? Only(IEnumerable<Choice> choices) => choices.Take(2).ToList() is [var one] ? one : null;

    private static int? Number(string said)
    {
        if (int.TryParse(said.TrimEnd('.', ')', '번'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        var index = Array.FindIndex(Ordinals, words => words.Any(word => Normal(word) == said || Normal(word) + "요" == said || Normal(word) + "거" == said));
        return index < 0 ? null : index + 1;
    }

    /// <summary>One form for full-width and half-width, upper and lower case, with and without spaces.</summary>
    private static string Normal(string? text) =>
        string.Concat((text ?? "").Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(static character => !char.IsWhiteSpace(character)))
            .TrimEnd('.', '!', '~');
}
