using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.Safeguards;

/// <summary>Posts alarms where an operator asked for them. It is an operation because a message goes to the conversation that its operation was started in.</summary>
internal sealed class AlarmRoomFlow : Flow<AlarmRoomDocument>
{
    public const string FlowName = "alarmRoom";

    /// <summary>Signal, with the alarm by language.</summary>
    public const string Alarm = "alarm";

    public override string Name => FlowName;

    protected override JsonTypeInfo<AlarmRoomDocument> Document => DialogsJson.Wire.AlarmRoomDocument;

    protected override Move<AlarmRoomDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now) =>
        new(intent.Deserialize(DialogsJson.Wire.AlarmRoomDocument)!);

    protected override Move<AlarmRoomDocument>? Next(AlarmRoomDocument document, Happening happened, DateTimeOffset now)
    {
        if (happened is not Happening.Signalled { Verb: Alarm, Value: { } value } || JsonSerializer.Deserialize(value, DialogsJson.Wire.AlarmMessage) is not { } alarm)
        {
            return null;
        }

        return new(document) { Effects = [new Effect.Send(alarm.Key, document.Language is "ko" ? alarm.Ko : alarm.En)] };
    }
}

/// <summary>One alarm.</summary>
/// <param name="Key">The same one is posted once.</param>
/// <param name="Ko">In Korean.</param>
/// <param name="En">In English.</param>
internal sealed record AlarmMessage(string Key, Activity Ko, Activity En);
