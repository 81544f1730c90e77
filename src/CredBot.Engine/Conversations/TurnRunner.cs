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
    /// <param name="deadline">Ends the turn before its own limit of 60 s.</param>
    public async Task<TurnOutcome> RunAsync(Activity activity, ConversationRecord before, string turnId, CancellationToken deadline)
    {
        var record = before with { Reference = activity.Reference };
        await using var scope = scopes.CreateAsyncScope();
        var bot = scope.ServiceProvider.GetRequiredService<IBot>();
        var turn = new TurnContext(activity, record, turnId, time.GetUtcNow());
        try
        {
            await LimitedAsync(token => bot.OnTurnAsync(turn, token), TurnLimit, deadline);
            var idle = turn is { Effects.Count: 0, InvokeResponse: null, Forgotten: false } && ReferenceEquals(turn.Conversation, record);
            return Outcome(turn, turn.InvokeResponse) with { Idle = idle && before.Reference?.ServiceUrl == activity.ServiceUrl };
        }
        catch (Exception failure)
        {
            var reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
            Log.Failed(logger, activity.Type, activity.Name, reference, failure);
            return await ApologiseAsync(bot, new TurnContext(activity, record, turnId, time.GetUtcNow()), reference);
        }
    }

    private async Task<TurnOutcome> ApologiseAsync(IBot bot, TurnContext turn, string reference)
    {
        var response = turn.Activity.Type is ActivityTypes.Invoke ? new InvokeResponse(500) : null;
        try
        {
            await LimitedAsync(token => bot.OnTurnErrorAsync(turn, reference, token), ApologyLimit, CancellationToken.None);
            return Outcome(turn, response);
        }
        catch (Exception failure)
        {
            Log.NotApologised(logger, reference, failure);
            return new TurnOutcome(turn.Conversation, [], response);
        }
    }

    /// <summary>A turn that does not end in time is left alone with its context: nobody looks at that any more.</summary>
    /// <remarks>On the pool, so that thinking does not hold up the conversation's mailbox.</remarks>
    private static async Task LimitedAsync(Func<CancellationToken, Task> run, TimeSpan limit, CancellationToken deadline)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        end.CancelAfter(limit);
        var token = end.Token;
        await Task.Run(() => run(token), token).WaitAsync(token);
    }

    private static TurnOutcome Outcome(TurnContext turn, InvokeResponse? response) =>
        new(turn.Conversation with { Reference = turn.Activity.Reference }, [.. turn.Effects], response, turn.Forgotten);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn failed ({Type} {Name}). Reference {Reference}.")]
        public static partial void Failed(ILogger logger, string? type, string? name, string reference, Exception failure);

        [LoggerMessage(2, LogLevel.Error, "The apology for the failed turn {Reference} failed as well.")]
        public static partial void NotApologised(ILogger logger, string reference, Exception failure);
    }
}
