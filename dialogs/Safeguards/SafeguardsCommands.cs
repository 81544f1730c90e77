using System.Text.RegularExpressions;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Dialogs.Assurance;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Safeguards;

/// <summary>What operators do to the safeguards by a word, in their own chat: for a whole tenant, from the next turn on.</summary>
internal sealed partial class SafeguardsCommands(IOptions<ResetOptions> options)
{
    public IEnumerable<SpokenRoute> Routes =>
    [
        new(RaiseWords()) { AnswerAsync = (turn, _) => Switch(turn, ThreatSwitch.Raise, SafeguardsText.RaisedNow) },
        new(LowerWords()) { AnswerAsync = (turn, _) => Switch(turn, ThreatSwitch.Lower, SafeguardsText.LoweredNow) },
        new(RoomWords()) { AnswerAsync = (turn, _) => Room(turn, here: true) },
        new(NoRoomWords()) { AnswerAsync = (turn, _) => Room(turn, here: false) },
    ];

    /// <summary>Signals to the safeguards, with the operation of the room.</summary>
    public const string AlarmsHere = "alarmsHere", NoAlarms = "noAlarms";

    /// <summary>Whoever reads the alarms sees ids of people, so only an operator says where; a person's own chat is for <c>Reset:OnCall</c>.</summary>
    private Task Room(TurnContext turn, bool here)
    {
        if (Requester.From(turn) is not { } who || turn.Activity.IsPersonal || !options.Value.Operators.Contains(who.Id, StringComparer.OrdinalIgnoreCase))
        {
            turn.Whisper(SafeguardsText.RoomByOperators);
            return Task.CompletedTask;
        }

        var (book, room) = (SafeguardAsk.OperationId(who.Tenant), OperationIds.Of(turn, "alarms", "room"));
        turn.Owe(new Effect.Start(book, SafeguardAsk.FlowName, DialogsJson.Wire.Write(SafeguardAsk.ForTenant(who))));
        turn.Owe(new Effect.Start(room, AlarmRoomFlow.FlowName, DialogsJson.Wire.Write(new AlarmRoomDocument { Language = turn.Language })));
        var verb = here ? AlarmsHere : NoAlarms;
        turn.Owe(new Effect.Signal(book, $"{book}:{turn.TurnId}:{verb}", verb, who.Id) { Value = here ? room : null });
        turn.Say(here ? SafeguardsText.AlarmsComeHere : SafeguardsText.AlarmsStop);
        return Task.CompletedTask;
    }

    private Task Switch(TurnContext turn, string verb, Sentence said)
    {
        if (Requester.From(turn) is not { } who || !turn.Activity.IsPersonal || !options.Value.Operators.Contains(who.Id, StringComparer.OrdinalIgnoreCase))
        {
            turn.Whisper(SafeguardsText.OperatorsOnly);
            return Task.CompletedTask;
        }

        var book = SafeguardAsk.OperationId(who.Tenant);
        turn.Owe(new Effect.Start(book, SafeguardAsk.FlowName, DialogsJson.Wire.Write(SafeguardAsk.ForTenant(who))));
        turn.Owe(new Effect.Signal(book, $"{book}:{turn.TurnId}:{verb}", verb, who.Id));
        turn.Say(said);
        return Task.CompletedTask;
    }

    [GeneratedRegex("^ *((raise|increase) (the )?threat level|위협 ?수준(을|를)? ?(올려|높여)[ 가-힣]*)[.! ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RaiseWords();

    [GeneratedRegex("^ *((lower|decrease) (the )?threat level|위협 ?수준(을|를)? ?(내려|낮춰)[ 가-힣]*)[.! ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex LowerWords();

    [GeneratedRegex("^ *((send|post) (the )?(alarms|alerts) here|경보(를|을)? ?(여기|이 ?채널)(로|에)? ?(보내|올려)[ 가-힣]*)[.! ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex RoomWords();

    [GeneratedRegex("^ *((stop|no more) (the )?(alarms|alerts)( here)?|경보(를|을)? ?(그만|중지)[ 가-힣]*)[.! ]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoRoomWords();
}
