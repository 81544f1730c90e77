using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Builder;

/// <summary>What a person thinks of an answer. Their own words stay unread: they may hold anything, a password too.</summary>
/// <param name="Reaction">like, dislike or other.</param>
/// <param name="HasComment">Whether words came with it.</param>
/// <remarks>Source: Teams docs «Bot messages with AI-generated content»: <c>{reaction, feedback}</c>, the feedback being JSON within a string.</remarks>
public sealed record Feedback(string Reaction, bool HasComment)
{
    /// <summary>Reads a <c>message/submitAction</c> invoke; what cannot be read counts as absent.</summary>
    internal static Feedback From(Activity activity)
    {
        var given = activity.Value.Member("actionValue");
        var reaction = given.Member("reaction").String() is "like" or "dislike" ? given.Member("reaction").String()! : "other";
        return new Feedback(reaction, Comment(given.Member("feedback").String()) is { Length: > 0 });
    }

    private static string? Comment(string? feedback)
    {
        if (feedback is null)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(feedback);
            return ((JsonElement?)json.RootElement).Member("feedbackText").String();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
