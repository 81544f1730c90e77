using CredBot.Bot.State;

namespace CredBot.Dialogs.Root;

/// <summary>This conversation has been welcomed. Teams announces the bot in two activities, and again at an upgrade.</summary>
internal sealed record Welcomed(DateTimeOffset At)
{
    public static StateProperty<Welcomed> Property { get; } = new("welcomed", DialogsJson.Wire.Welcomed);
}
