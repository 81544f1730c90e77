using CredBot.Bot.Schema;

namespace CredBot.Bot.Builder;

/// <summary>Handles one turn. All it may change is the turn's own context.</summary>
public interface IBot
{
    /// <summary>Whether a turn over this activity could do anything. What is not heard is acknowledged, and costs no turn and no write.</summary>
    bool Hears(Activity activity) => true;

    Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken);

    /// <summary>Says what is to be said after a turn that threw: one apology, no detail.</summary>
    /// <param name="turn">A fresh context over the conversation as it was before the failed turn.</param>
    /// <param name="reference">Short code under which the failure stands in the log.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken);
}
