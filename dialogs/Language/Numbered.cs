using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.Language;

/// <summary>Steps as one numbered list: a list that is torn into blocks begins each of them anew.</summary>
internal static class Numbered
{
    public static Sentence Steps(ErrorEntry entry) => new(List(entry.Steps["ko"]), List(entry.Steps["en"]));

    private static string List(IReadOnlyList<string> steps) => string.Join('\n', steps.Select(static (step, at) => $"{at + 1}. {step}"));
}
