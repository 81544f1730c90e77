using CredBot.Bot.Schema;
using CredBot.Engine.Store;

namespace CredBot.Engine.Conversations;

/// <summary>A turn and its one write; none where a turn over an invoke came to nothing, which can be had again.</summary>
/// <param name="document">The stored conversation.</param>
/// <param name="runner">Runs the bot.</param>
/// <param name="conversation">Its key.</param>
/// <param name="arm">Called before the write: what is owed from then on must outlive this process.</param>
/// <param name="time">The clock.</param>
internal sealed class Turns(GrainDocument<ConversationDocument> document, TurnRunner runner, string conversation, Func<Task> arm, TimeProvider time)
{
    /// <summary>Runs a turn and stores what came out of it; once more where somebody else wrote the document in between.</summary>
    /// <param name="activity">What came in.</param>
    /// <param name="name">Its id, or what stands for it: the same when the turn is replayed.</param>
    /// <param name="mail">Number of its mailbox entry; null for an invoke.</param>
    /// <param name="deadline">Ends the turn.</param>
    /// <returns>The answer to an invoke: this one's, or the recorded one of a turn that was stored before.</returns>
    /// <exception cref="StoreException">Somebody else wrote the document twice.</exception>
    public async Task<InvokeResponse?> RunAsync(Activity activity, string name, long? mail, CancellationToken deadline)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = document.Current;
            if (before.SeenBefore(activity.Id) is { } seen)
            {
                await (mail is { } number ? document.AmendAsync(document => document.Drop(number)) : Task.CompletedTask);
                return seen.Answer;
            }

            var turn = await runner.RunAsync(activity, before.Record, TurnRunner.TurnId(conversation, name), deadline);
            if (turn.Idle && mail is null)
            {
                return null;
            }

            await arm();
            var now = time.GetUtcNow();
            if (await document.AmendAsync(document => document.Turns == before.Turns ? document.After(turn, activity.Id, mail, now) : null))
            {
                return turn.Response;
            }

            if (attempt > 1)
            {
                throw new StoreException("The conversation was written by somebody else, twice.");
            }
        }
    }
}
