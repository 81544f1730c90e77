using System.Text.Json;
using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Dialogs;

/// <summary>Gets the person's own token: silently where there is one, by Teams SSO, by consent, or by a code; gives back a <see cref="SignInOutcome"/>.</summary>
/// <remarks>Source: Bot Service token API and Teams docs «Add SSO to a bot»; the dedupe is by exchange id, after the exchange succeeded.</remarks>
public sealed partial class OAuthPrompt(string id, UserTokenClient tokens, IOptions<BotOptions> options, ILogger<OAuthPrompt> logger) : Dialog(id)
{
    /// <summary>How long a sign-in may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(15);

    /// <summary>Wrong codes until the prompt ends.</summary>
    public const int MostWrongCodes = 5;

    private readonly string connection = options.Value.OAuthConnection;

    public override async Task<DialogTurnResult> BeginAsync(DialogContext context, JsonElement? options, CancellationToken cancellationToken)
    {
        var words = options?.Deserialize(DialogJson.Wire.OAuthPromptOptions) ?? throw new ArgumentException("A sign-in needs its words.", nameof(options));
        var (turn, user) = (context.Turn, context.Turn.Activity.From?.Id ?? "");
        switch (await tokens.GetTokenAsync(user, connection, turn.Activity.ChannelId ?? "", null, cancellationToken))
        {
            case TokenAnswer.Found found when SignInTimes.IsFresh(turn, words.Within):
                return await context.EndAsync(new SignInOutcome.SignedIn(found.Token), cancellationToken);
            case TokenAnswer.Found when await tokens.SignOutAsync(user, connection, turn.Activity.ChannelId ?? "", cancellationToken):
                break;
            case TokenAnswer.Found or TokenAnswer.Unavailable:
                return await context.EndAsync(ServiceDown(turn), cancellationToken);
        }

        var state = new OAuthPromptState { Options = words, Key = $"{turn.TurnId}-{Id}", UserId = user, ExpiresAt = turn.Now + Timeout };
        return await AskAsync(context, state, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueAsync(DialogContext context, CancellationToken cancellationToken)
    {
        var (turn, state) = (context.Turn, Load(context));
        if (turn.Activity.From?.Id != state.UserId)
        {
            return DialogTurnResult.Waiting;
        }

        if (turn.Now > state.ExpiresAt)
        {
            return await FinishAsync(context, state, new SignInOutcome.TimedOut(), cancellationToken);
        }

        return turn.Activity switch
        {
            { Type: ActivityTypes.Invoke, Name: InvokeNames.TokenExchange } => await ExchangeAsync(context, state, cancellationToken),
            { Type: ActivityTypes.Invoke, Name: InvokeNames.VerifyState } => await VerifyAsync(context, state, cancellationToken),
            { Type: ActivityTypes.Invoke, Name: InvokeNames.SignInFailure } => await FallBackAsync(context, state, cancellationToken),
            { Type: ActivityTypes.Message } => await HearAsync(context, state, cancellationToken),
            _ => DialogTurnResult.Waiting,
        };
    }

    public override bool CanResume(DialogInstance instance) => base.CanResume(instance) && Reads(instance.State, DialogJson.Wire.OAuthPromptState);

    public override async Task RepromptAsync(DialogContext context, CancellationToken cancellationToken) =>
        await AskAnewAsync(context, Load(context), cancellationToken);

    /// <summary>The card loses its button: nothing waits for that any more.</summary>
    public override void OnCancelled(TurnContext turn, DialogInstance dropped)
    {
        // One of another build may not be readable; its card stays as it is.
        if (CanResume(dropped))
        {
            Retire(turn, dropped.State!.Value.Deserialize(DialogJson.Wire.OAuthPromptState)!);
        }
    }

    /// <summary>Answers a token exchange that no pending sign-in waits for: a later copy of a finished one is fine, anything else is not ours.</summary>
    /// <param name="turn">A turn whose activity is a <c>signin/tokenExchange</c> invoke.</param>
    /// <param name="connection">The OAuth connection in use.</param>
    public static InvokeResponse AnswerStray(TurnContext turn, string connection) =>
        turn.Activity.Value.Member("connectionName").String() == connection
        && turn.Activity.Value.Member("id").String() is { } exchange && Finished(turn).Ids.Contains(exchange)
            ? new InvokeResponse(200)
            : new InvokeResponse(400, Refusal(turn, "No sign-in is pending for this exchange."));

    /// <summary>A second card takes the place of the first: of two buttons only one could be answered.</summary>
    private async Task<DialogTurnResult> AskAnewAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        Retire(context.Turn, state);
        return await AskAsync(context, state with { Key = $"{context.Turn.TurnId}-{Id}" }, cancellationToken);
    }

    private async Task<DialogTurnResult> AskAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        if (await tokens.GetSignInResourceAsync(connection, turn.Activity.Reference, cancellationToken) is not { } resource)
        {
            return await context.EndAsync(ServiceDown(turn), cancellationToken);
        }

        // In a channel the client cannot exchange; offering it would fail with resourcematchfailed.
        var exchange = state.ButtonOnly || turn.Activity.IsChannel ? null : resource.TokenExchangeResource;
        state = state with { ExchangeId = exchange.Member("id").String() };
        Store(context, state);
        turn.Send(OAuthCard.Message(state.Options, connection, resource with { TokenExchangeResource = exchange }), state.Key);
        return DialogTurnResult.Waiting;
    }

    private async Task<DialogTurnResult> ExchangeAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var (exchange, token) = (turn.Activity.Value.Member("id").String(), turn.Activity.Value.Member("token").String());
        if (exchange is null || token is null || turn.Activity.Value.Member("connectionName").String() != connection || exchange != state.ExchangeId)
        {
            turn.InvokeResponse = AnswerStray(turn, connection);
            return DialogTurnResult.Waiting;
        }

        switch (await tokens.ExchangeAsync(state.UserId, connection, turn.Activity.ChannelId ?? "", token, cancellationToken))
        {
            case ExchangeAnswer.Exchanged exchanged:
                turn.InvokeResponse = new InvokeResponse(200, Confirmation(turn));
                turn.Conversation = turn.Conversation.With(FinishedExchanges.Property, Finished(turn).With(exchange));
                return await FinishAsync(context, state, new SignInOutcome.SignedIn(exchanged.Token), cancellationToken);
            case ExchangeAnswer.ConsentRequired:
                // No chat message on this path: Teams opens the consent dialog, and a message would start the exchange anew.
                turn.InvokeResponse = new InvokeResponse(412, Refusal(turn, "Consent is required."));
                return DialogTurnResult.Waiting;
            case ExchangeAnswer.Misconfigured:
                turn.InvokeResponse = new InvokeResponse(400, Refusal(turn, "The connection is not set up."));
                Log.ConnectionBroken(logger, connection, turn.Reference);
                return await FinishAsync(context, state, new SignInOutcome.Unavailable(turn.Reference), cancellationToken);
            default:
                turn.InvokeResponse = new InvokeResponse(500, Refusal(turn, "The token service did not answer."));
                return DialogTurnResult.Waiting;
        }
    }

    private async Task<DialogTurnResult> VerifyAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        if (turn.Activity.Value.Member("state").String() is not { Length: > 0 } code)
        {
            turn.InvokeResponse = new InvokeResponse(404);
            return DialogTurnResult.Waiting;
        }

        if (code is "CancelledByUser")
        {
            turn.InvokeResponse = new InvokeResponse(200);
            return await FinishAsync(context, state, new SignInOutcome.Declined(), cancellationToken);
        }

        switch (await tokens.GetTokenAsync(state.UserId, connection, turn.Activity.ChannelId ?? "", code, cancellationToken))
        {
            case TokenAnswer.Found found:
                turn.InvokeResponse = new InvokeResponse(200);
                return await FinishAsync(context, state, new SignInOutcome.SignedIn(found.Token), cancellationToken);
            case TokenAnswer.None:
                turn.InvokeResponse = new InvokeResponse(404);
                return await CountWrongCodeAsync(context, state, speak: false, cancellationToken);
            default:
                turn.InvokeResponse = new InvokeResponse(500);
                return DialogTurnResult.Waiting;
        }
    }

    /// <summary>The client says that it cannot do it silently; the button is offered, once.</summary>
    private async Task<DialogTurnResult> FallBackAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        context.Turn.InvokeResponse = new InvokeResponse(200);
        Log.SilentSignInFailed(logger, context.Turn.Activity.Value.Member("code").String() is "resourcematchfailed");
        return state.ButtonOnly
            ? DialogTurnResult.Waiting
            : await AskAnewAsync(context, state with { ButtonOnly = true }, cancellationToken);
    }

    private async Task<DialogTurnResult> HearAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        if (turn.Activity.TextWithoutBotMention() is not { Length: 6 } code || !code.All(char.IsAsciiDigit))
        {
            return await AnswerWordsAsync(context, state, cancellationToken);
        }

        switch (await tokens.GetTokenAsync(state.UserId, connection, turn.Activity.ChannelId ?? "", code, cancellationToken))
        {
            case TokenAnswer.Found found:
                return await FinishAsync(context, state, new SignInOutcome.SignedIn(found.Token), cancellationToken);
            case TokenAnswer.None:
                return await CountWrongCodeAsync(context, state, speak: true, cancellationToken);
            default:
                return await FinishAsync(context, state, ServiceDown(turn), cancellationToken);
        }
    }

    /// <summary>An exchange whose answer was lost on its way has signed the person in all the same; else the button is pointed at.</summary>
    private async Task<DialogTurnResult> AnswerWordsAsync(DialogContext context, OAuthPromptState state, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        if (await tokens.GetTokenAsync(state.UserId, connection, turn.Activity.ChannelId ?? "", null, cancellationToken) is TokenAnswer.Found found)
        {
            return await FinishAsync(context, state, new SignInOutcome.SignedIn(found.Token), cancellationToken);
        }

        if (!turn.Responded)
        {
            turn.Send(Say(state.Options.StillWaiting));
        }

        return DialogTurnResult.Waiting;
    }

    private async Task<DialogTurnResult> CountWrongCodeAsync(DialogContext context, OAuthPromptState state, bool speak, CancellationToken cancellationToken)
    {
        var counted = state with { WrongCodes = state.WrongCodes + 1 };
        if (counted.WrongCodes >= MostWrongCodes)
        {
            return await FinishAsync(context, state, new SignInOutcome.TooManyCodes(), cancellationToken);
        }

        Store(context, counted);
        if (speak)
        {
            context.Turn.Send(Say(state.Options.WrongCode));
        }

        return DialogTurnResult.Waiting;
    }

    /// <summary>The card loses its button, so that a late click has nothing to click.</summary>
    private static Task<DialogTurnResult> FinishAsync(DialogContext context, OAuthPromptState state, SignInOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is SignInOutcome.SignedIn)
        {
            SignInTimes.Note(context.Turn);
            context.Turn.Owe(new Effect.Update(state.Key, Say(state.Options.SignedIn)));
        }
        else
        {
            Retire(context.Turn, state);
        }

        return context.EndAsync(outcome, cancellationToken);
    }

    private static void Retire(TurnContext turn, OAuthPromptState state) => turn.Owe(new Effect.Update(state.Key, Say(state.Options.Over)));

    private SignInOutcome.Unavailable ServiceDown(TurnContext turn)
    {
        Log.ServiceDown(logger, turn.Reference);
        return new SignInOutcome.Unavailable(turn.Reference);
    }

    private static FinishedExchanges Finished(TurnContext turn) => turn.Conversation.Get(FinishedExchanges.Property) ?? new FinishedExchanges();

    private static JsonElement Confirmation(TurnContext turn) => ExchangeBody(turn, null);

    private static JsonElement Refusal(TurnContext turn, string detail) => ExchangeBody(turn, detail);

    private static JsonElement ExchangeBody(TurnContext turn, string? failureDetail) => new JsonElementBuilder(json =>
    {
        Write("id", turn.Activity.Value.Member("id").String());
        Write("connectionName", turn.Activity.Value.Member("connectionName").String());
        Write("failureDetail", failureDetail);

        void Write(string name, string? value)
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }).Element;

    private static Activity Say(string text) => new() { Type = ActivityTypes.Message, Text = text, TextFormat = "plain" };

    private void Store(DialogContext context, OAuthPromptState state) =>
        context.Active = Instance(null, state, DialogJson.Wire.OAuthPromptState);

    private static OAuthPromptState Load(DialogContext context) => context.Active!.State!.Value.Deserialize(DialogJson.Wire.OAuthPromptState)!;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Silent sign-in failed on the client; resource mismatch: {Mismatch}.")]
        public static partial void SilentSignInFailed(ILogger logger, bool mismatch);

        [LoggerMessage(2, LogLevel.Error, "The OAuth connection {Connection} is misconfigured: nobody can sign in with it. Reference {Reference}.")]
        public static partial void ConnectionBroken(ILogger logger, string connection, string reference);

        [LoggerMessage(3, LogLevel.Error, "A sign-in was not possible: the token service did not do its part. Reference {Reference}.")]
        public static partial void ServiceDown(ILogger logger, string reference);
    }
}
