namespace CredBot.Bot.Builder;

/// <summary>Handles one turn. All it may change is the turn's own context.</summary>
public interface IBot
{
    Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken);
}
