using CredBot.Bot.Schema;
using CredBot.Bot.State;

namespace CredBot.Dialogs.Language;

/// <summary>The language a conversation is held in; it stays when a message is too short to tell.</summary>
internal sealed record Speech(string Language)
{
    public static StateProperty<Speech> Property { get; } = new("speech", DialogsJson.Wire.Speech);

    /// <summary>Words alone, never read as Markdown.</summary>
    public static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };
}
