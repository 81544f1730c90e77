using CredBot.Bot.Cards;
using CredBot.Bot.Schema;

namespace CredBot.Bot.Builder;

/// <summary>Sends each activity to the method for its kind; invokes are answered inline. What nobody overrides is acknowledged and left alone.</summary>
public abstract class ActivityHandler : IBot
{
    public bool Hears(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Invoke => true,
        ActivityTypes.ConversationUpdate => Names(activity.MembersAdded, activity) || Names(activity.MembersRemoved, activity),
        ActivityTypes.InstallationUpdate => activity.Action is "add" or "remove",
        _ => false,
    };

    public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        ActivityTypes.Message => OnMessageAsync(turn, cancellationToken),
        ActivityTypes.ConversationUpdate => OnConversationUpdateAsync(turn, cancellationToken),
        ActivityTypes.InstallationUpdate => OnInstallationUpdateAsync(turn, cancellationToken),
        ActivityTypes.Invoke => OnInvokeAsync(turn, cancellationToken),
        _ => Task.CompletedTask,
    };

    public abstract Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken);

    /// <summary>Words, or a click of a client that knows Action.Submit only.</summary>
    protected virtual Task OnMessageAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bot itself came into the conversation.</summary>
    protected virtual Task OnBotAddedAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bot itself was taken out of the conversation.</summary>
    protected virtual Task OnBotRemovedAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        turn.Forget();
        return Task.CompletedTask;
    }

    /// <summary>The app was installed, removed or upgraded; an upgrade is nothing that a person has to hear of.</summary>
    protected virtual Task OnInstallationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Action switch
    {
        "add" => OnBotAddedAsync(turn, cancellationToken),
        "remove" => OnBotRemovedAsync(turn, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>A <c>signin/…</c> invoke. The answer goes into <see cref="TurnContext.InvokeResponse"/>.</summary>
    protected virtual Task OnSignInInvokeAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An <c>adaptiveCard/action</c> invoke whose click could be read.</summary>
    protected virtual Task OnCardActionAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task OnConversationUpdateAsync(TurnContext turn, CancellationToken cancellationToken) =>
        Names(turn.Activity.MembersAdded, turn.Activity) ? OnBotAddedAsync(turn, cancellationToken)
            : Names(turn.Activity.MembersRemoved, turn.Activity) ? OnBotRemovedAsync(turn, cancellationToken)
            : Task.CompletedTask;

    private static bool Names(IReadOnlyList<ChannelAccount>? members, Activity activity) =>
        members?.Any(member => member?.Id is { } id && id == activity.Recipient?.Id) is true;

    private Task OnInvokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        switch (turn.Activity.Name)
        {
            case InvokeNames.TokenExchange or InvokeNames.VerifyState or InvokeNames.SignInFailure:
                return OnSignInInvokeAsync(turn, cancellationToken);
            case InvokeNames.CardAction when CardClick.From(turn.Activity) is { } click:
                return OnCardActionAsync(turn, click, cancellationToken);
            case InvokeNames.CardAction:
                turn.InvokeResponse = CardAnswer.BadRequest("The action has no verb.");
                return Task.CompletedTask;
            default:
                // Nobody answers: 501.
                return Task.CompletedTask;
        }
    }
}
