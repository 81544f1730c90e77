using System.Security.Cryptography;
using System.Text;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Bot.State;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CredBot.Engine.Conversations;

/// <summary>Runs the bot over a stored conversation. Whatever the bot does, a turn comes out.</summary>
internal sealed partial class TurnRunner(IServiceScopeFactory scopes, TimeProvider time, ILogger<TurnRunner> logger)
{
    private static readonly TimeSpan TurnLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ApologyLimit = TimeSpan.FromSeconds(5);

    /// <summary>Names a turn: the same for the same activity of the same conversation, and different from every other in the product.</summary>
    public static string TurnId(string conversation, string activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{activity}")).AsSpan(0, 12));

    /// <summary>Whether the bot would do anything with this activity.</summary>
    public bool Hears(Activity activity)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IBot>().Hears(activity);
    }

    /// <param name="activity">What came in.</param>
    /// <param name="before">The stored conversation.</param>
    /// <param name="turnId">See <see cref="TurnId"/>.</param>
    /// <param name="isProactive">An effect of ours asked for the turn.</param>
    /// <param name="caller">Who waits for an invoke's answer. A turn that has answered goes on when the caller leaves; one that has not is broken off.</param>
    public async Task<TurnOutcome> RunAsync(Activity activity, ConversationRecord before, string turnId, bool isProactive, Arrival.Call? caller)
    {
        var record = before with { Reference = activity.Reference };
        await using var scope = scopes.CreateAsyncScope();
        var bot = scope.ServiceProvider.GetRequiredService<IBot>();
        var turn = new TurnContext(activity, record, turnId, time.GetUtcNow()) { IsProactive = isProactive };
        using var end = new CancellationTokenSource(TurnLimit, time);
        await using var leaving = caller?.Deadline.UnsafeRegister(_ => EndUnlessAnswered(caller, turn, end), null) ?? default;
        try
        {
            await LimitedAsync(token => bot.OnTurnAsync(turn, token), end.Token);
            var answer = caller?.Early ?? turn.InvokeResponse;
            var outcome = Outcome(turn, answer);
            var idle = outcome is { Effects.Count: 0, Response: null, Forgotten: false } && ReferenceEquals(turn.Conversation, record);
            return outcome with
            {
                Idle = idle && before.Reference?.ServiceUrl == activity.ServiceUrl,
                // A 5xx that the bot chose asks the channel to come again: its second coming must not find the first one's answer.
                ComesAgain = answer?.Status >= 500,
            };
        }
        catch (Exception failure)
        {
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            Log.Failed(logger, activity.Type, activity.Name, reference, failure);
            // A turn that was broken off may run again, so its apology bears another name than what the next run says.
            var brokenOff = caller is { IsAbandoned: true };
            var apology = new TurnContext(activity, record, brokenOff ? $"{turnId}-{reference}" : turnId, time.GetUtcNow()) { IsProactive = isProactive };
            return await ApologiseAsync(bot, apology, reference, caller?.Early) with { ComesAgain = brokenOff };
        }
    }

    /// <summary>What the bot shows in place of a message that is too large.</summary>
    public async Task<Activity> TooLargeAsync(ConversationRecord conversation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<IBot>().TooLarge(conversation);
    }

    private static void EndUnlessAnswered(Arrival.Call caller, TurnContext turn, CancellationTokenSource end)
    {
        // Whoever wants the messages within the answer can only have them all.
        if (!caller.Leave(turn.Activity.ExpectsReplies ? null : turn.InvokeResponse))
        {
            end.Cancel();
        }
    }

    private async Task<TurnOutcome> ApologiseAsync(IBot bot, TurnContext turn, string reference, InvokeResponse? answered)
    {
        var response = turn.Activity.Type is ActivityTypes.Invoke ? answered ?? new InvokeResponse(500) : null;
        try
        {
            using var end = new CancellationTokenSource(ApologyLimit, time);
            await LimitedAsync(token => bot.OnTurnErrorAsync(turn, reference, token), end.Token);
            return Outcome(turn, answered ?? turn.InvokeResponse ?? response);
        }
        catch (Exception failure)
        {
            Log.NotApologised(logger, reference, failure);
            return new TurnOutcome(turn.Conversation, [], response);
        }
    }

    /// <summary>A turn that does not end in time is left alone with its context: nobody looks at that any more.</summary>
    /// <remarks>On the pool, so that thinking does not hold up the conversation's mailbox.</remarks>
    private static async Task LimitedAsync(Func<CancellationToken, Task> run, CancellationToken end) => await Task.Run(() => run(end), end).WaitAsync(end);

    private static TurnOutcome Outcome(TurnContext turn, InvokeResponse? response)
    {
        var outcome = new TurnOutcome(turn.Conversation with { Reference = turn.Activity.Reference }, [.. turn.Effects], response, turn.Forgotten);
        return turn.Activity.ExpectsReplies ? ExpectedReplies.Inline(outcome, turn.Activity) : outcome;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn failed ({Type} {Name}). Reference {Reference}.")]
        public static partial void Failed(ILogger logger, string? type, string? name, string reference, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "The apology for the failed turn {Reference} failed as well.")]
        public static partial void NotApologised(ILogger logger, string reference, Exception failure);
    }
}
