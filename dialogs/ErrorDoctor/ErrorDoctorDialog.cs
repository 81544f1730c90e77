using System.Text.Json;
using CredBot.Bot.Dialogs;
using CredBot.Dialogs.Language;
using CredBot.Dialogs.Routing;
using CredBot.Knowledge.Errors;

namespace CredBot.Dialogs.ErrorDoctor;

/// <summary>Explains the error codes that somebody pasted: what they mean, who must act, and the steps.</summary>
internal sealed class ErrorDoctorDialog(ErrorCodes errors) : Dialog(DialogIds.ErrorDoctor)
{
    /// <summary>Cards at once; a whole log is no question.</summary>
    private const int MostExplained = 3;

    public override Task<DialogTurnResult> BeginAsync(DialogContext context, JsonElement? options, CancellationToken cancellationToken)
    {
        var question = options?.Deserialize(DialogsJson.Wire.ErrorQuestion) ?? throw new ArgumentException("Which codes?", nameof(options));
        var turn = context.Turn;
        foreach (var (number, code) in question.Codes.Take(MostExplained).Index())
        {
            var key = $"{turn.TurnId}-{number}";
            turn.Send(ErrorDoctorCards.Explain(new FoundError(code, errors.Find(code)), turn.Language, key, turn.Now), key);
        }

        if (question.Codes.Count > MostExplained)
        {
            turn.Say(ErrorDoctorText.More(question.Codes.Count - MostExplained));
        }

        return context.EndAsync(null, cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueAsync(DialogContext context, CancellationToken cancellationToken) => context.EndAsync(null, cancellationToken);
}
