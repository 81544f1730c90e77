using CredBot.Bot.Cards;
using CredBot.Bot.Limits;
using CredBot.Bot.Schema;
using CredBot.Bot.State;

namespace CredBot.Bot.Builder;

/// <summary>Sends each activity to the method for its kind; invokes are answered inline. What nobody overrides is acknowledged and left alone.</summary>
public abstract class ActivityHandler : IBot
{
    public bool Hears(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message or ActivityTypes.Invoke => true,
        ActivityTypes.ConversationUpdate => Names(activity.MembersAdded, activity) || Names(activity.MembersRemoved, activity),
        ActivityTypes.InstallationUpdate => activity.Action is "add" or "remove",
        ActivityTypes.Event => TooFast.WaitOf(activity) is not null,
        _ => false,
    };

    public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        _ when turn.IsProactive => OnProactiveAsync(turn, cancellationToken),
        ActivityTypes.Message => OnMessageAsync(turn, cancellationToken),
        ActivityTypes.ConversationUpdate => OnConversationUpdateAsync(turn, cancellationToken),
        ActivityTypes.InstallationUpdate => OnInstallationUpdateAsync(turn, cancellationToken),
        ActivityTypes.Invoke => OnInvokeAsync(turn, cancellationToken),
        ActivityTypes.Event when TooFast.WaitOf(turn.Activity) is { } wait => OnTooFastAsync(turn, wait, cancellationToken),
        _ => Task.CompletedTask,
    };

    public abstract Task OnTurnErrorAsync(TurnContext turn, string reference, CancellationToken cancellationToken);

    /// <summary>A turn that an effect of ours asked for.</summary>
    protected virtual Task OnProactiveAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    public abstract Activity TooLarge(ConversationRecord conversation);

    /// <summary>Words, or a click of a client that knows Action.Submit only.</summary>
    protected virtual Task OnMessageAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The person goes too fast, and what they said is not run: this turn tells them when to go on.</summary>
    protected virtual Task OnTooFastAsync(TurnContext turn, TimeSpan wait, CancellationToken cancellationToken) => Task.CompletedTask;

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

    /// <summary>A button that opens a dialog of the client's. Its answer is due within 5 s.</summary>
    protected virtual Task OnTaskFetchAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A dialog of the client's was sent off. Its answer is due within 5 s.</summary>
    protected virtual Task OnTaskSubmitAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The person took, or refused, a file that was offered.</summary>
    protected virtual Task OnFileConsentAsync(TurnContext turn, bool accepted, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The person said what they think of an answer.</summary>
    protected virtual Task OnFeedbackAsync(TurnContext turn, Feedback feedback, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A suggested action was chosen that is sent as an invoke.</summary>
    protected virtual Task OnSuggestedActionAsync(TurnContext turn, CardClick click, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A client that shows a card asks for it again. Whatever this owes or changes is thrown away; only the answer to the invoke counts.</summary>
    protected virtual Task OnCardRefreshAsync(TurnContext turn, CardClick asked, CancellationToken cancellationToken) => Task.CompletedTask;

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
            case InvokeNames.CardAction when CardClick.FromRefresh(turn.Activity) is { } asked:
                return RefreshAsync(turn, asked, cancellationToken);
            case InvokeNames.CardAction:
                turn.InvokeResponse = CardAnswer.Refuse(turn.Activity.Value);
                return Task.CompletedTask;
            case InvokeNames.TaskFetch:
                return OnTaskFetchAsync(turn, cancellationToken);
            case InvokeNames.TaskSubmit:
                return OnTaskSubmitAsync(turn, cancellationToken);
            case InvokeNames.FileConsent when turn.Activity.Value.Member("action").String() is "accept" or "decline":
                return OnFileConsentAsync(turn, turn.Activity.Value.Member("action").String() is "accept", cancellationToken);
            case InvokeNames.MessageSubmit when turn.Activity.Value.Member("actionName").String() is "feedback":
                return OnFeedbackAsync(turn, Feedback.From(turn.Activity), cancellationToken);
            case InvokeNames.SuggestedAction or InvokeNames.SuggestedActions when CardClick.From(turn.Activity) is { } chosen:
                return OnSuggestedActionAsync(turn, chosen, cancellationToken);
            case InvokeNames.FileConsent or InvokeNames.SuggestedAction or InvokeNames.SuggestedActions:
                turn.InvokeResponse = new InvokeResponse(400);
                return Task.CompletedTask;
            default:
                // Nobody answers: 501.
                return Task.CompletedTask;
        }
    }

    /// <summary>Nobody clicked: the bot looks over a turn of its own, whose state and effects go nowhere, whatever verb a forged refresh carries.</summary>
    private async Task RefreshAsync(TurnContext turn, CardClick asked, CancellationToken cancellationToken)
    {
        var look = new TurnContext(turn.Activity, turn.Conversation, turn.TurnId, turn.Now);
        await OnCardRefreshAsync(look, asked, cancellationToken);
        turn.InvokeResponse = look.InvokeResponse ?? CardAnswer.BadRequest("This action is no view.");
    }
}
