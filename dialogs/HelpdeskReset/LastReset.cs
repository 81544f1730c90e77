using CredBot.Bot.State;

namespace CredBot.Dialogs.HelpdeskReset;

/// <summary>The operation this conversation began last: until it is stored, a second click must not take its question for one that led to nothing.</summary>
internal sealed record LastReset(string Operation)
{
    public static StateProperty<LastReset> Property { get; } = new("lastReset", DialogsJson.Wire.LastReset);
}
