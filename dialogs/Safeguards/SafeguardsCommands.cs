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
    ];

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
}
