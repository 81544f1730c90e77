namespace CredBot.Dialogs.Safeguards;

/// <summary>A channel or group chat in which whoever is on call reads the alarms.</summary>
internal sealed record AlarmRoomDocument
{
    public int Schema { get; init; } = 1;

    /// <summary>Of the conversation when it was chosen, two letters.</summary>
    public required string Language { get; init; }
}
