using CredBot.Bot.State;

namespace CredBot.Dialogs.ResetPassword;

/// <summary>The watch this conversation began last: a new one takes its place.</summary>
internal sealed record LastWatch(string Operation)
{
    public static StateProperty<LastWatch> Property { get; } = new("lastWatch", DialogsJson.Wire.LastWatch);
}
