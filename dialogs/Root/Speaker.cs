using CredBot.Bot.State;

namespace CredBot.Dialogs.Root;

/// <summary>Whose dialog is under way: nobody else's words or clicks move it.</summary>
internal sealed record Speaker(string Id)
{
    public static StateProperty<Speaker> Property { get; } = new("speaker", DialogsJson.Wire.Speaker);
}
