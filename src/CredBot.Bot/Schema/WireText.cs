using System.Text.Json;
using System.Text.Unicode;

namespace CredBot.Bot.Schema;

/// <summary>Whether bytes from outside are JSON that can be read to its last string.</summary>
internal static class WireText
{
    /// <summary>Levels of nesting. What is stored wraps an activity's parts a few levels deeper, and readers of the store allow 64.</summary>
    public const int Depth = 32;

    /// <summary>False for anything but one JSON value in good UTF-8, for nesting beyond <see cref="Depth"/>, and for a half of a surrogate pair.</summary>
    /// <remarks>JSON readers look at a string's escapes only when it is asked for; here that is now, and not in the middle of a turn.</remarks>
    public static bool IsReadable(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
        {
            return false;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Depth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
