using System.Text.Json;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge;

namespace CredBot.Dialogs.Faq;

/// <summary>Answers one question of the FAQ with one card.</summary>
internal sealed class FaqDialog(FaqCorpus corpus) : Dialog(DialogIds.Faq)
{
    public override Task<DialogTurnResult> BeginAsync(DialogContext context, JsonElement? options, CancellationToken cancellationToken)
    {
        var asked = options?.Deserialize(DialogsJson.Wire.FaqOptions) ?? throw new ArgumentException("Which question?", nameof(options));
        var turn = context.Turn;
        turn.Send(FaqCards.Answer(corpus.Get(asked.Id, turn.Language), asked.Instead, turn.Language, turn.TurnId), turn.TurnId);
        return context.EndAsync(null, cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueAsync(DialogContext context, CancellationToken cancellationToken) => context.EndAsync(null, cancellationToken);
}
