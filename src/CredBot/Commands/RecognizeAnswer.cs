using CredBot.Knowledge;

namespace CredBot.Commands;

/// <summary>One line of <c>recognize</c>'s output.</summary>
internal sealed record RecognizeAnswer
{
    public required string Text { get; init; }

    /// <summary><c>out-of-scope</c> below the shipped threshold.</summary>
    public required string Intent { get; init; }

    /// <summary>Of the best in-scope intent, always; 0 to 1.</summary>
    public required double Score { get; init; }
    public required IReadOnlyList<IntentScore> Top { get; init; }
    public required Slots Slots { get; init; }

    public static RecognizeAnswer From(Recognition recognition) => new()
    {
        Text = recognition.Text,
        Intent = recognition.Intent,
        Score = recognition.Score,
        Top = recognition.Top,
        Slots = recognition.Slots,
    };
}
