using System.Text;

namespace CredBot.Bot.Connector;

/// <summary>How large a message may be: counted as the channel counts, in UTF-16 units of the JSON as it goes out.</summary>
/// <remarks>
/// Source: Teams docs, agent message size limit (about 100 KB, stay under 80 KB); bot-docs «Direct Line, send an activity» (256 K characters).
/// </remarks>
public static class MessageSize
{
    private const int Teams = 80 * 1024 / sizeof(char);
    private const int DirectLine = 256 * 1024;

    /// <summary>Room for what stands around the words.</summary>
    private const int Frame = 1024;

    /// <summary>UTF-16 units of plain words that certainly fit: line breaks and quotation marks count twice.</summary>
    public static int Words(string? channelId) => (Limit(channelId) - Frame) / 2;

    internal static bool Fits(ReadOnlySpan<byte> utf8, string? channelId) => Encoding.UTF8.GetCharCount(utf8) <= Limit(channelId);

    private static int Limit(string? channelId) => channelId is "directline" or "webchat" ? DirectLine : Teams;
}
