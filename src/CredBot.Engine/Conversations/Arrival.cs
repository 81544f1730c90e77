using CredBot.Bot.Schema;
using CredBot.Engine.Grains;

namespace CredBot.Engine.Conversations;

/// <summary>An activity in the order of its arrival: a letter in the mailbox, or an invoke whose caller waits.</summary>
internal abstract class Arrival(string? id)
{
    public string? Id { get; } = id;

    /// <summary>An activity that was acknowledged, or will be once it is stored.</summary>
    internal sealed class Letter(Mail mail, Task stored) : Arrival(mail.Id)
    {
        public Mail Mail { get; } = mail;

        /// <summary>Completes when the letter is durable.</summary>
        public Task Stored { get; } = stored;
    }

    /// <summary>An invoke. It is kept in memory only: it can hold tokens, and a caller who is gone needs no answer.</summary>
    internal sealed class Call(string? id, Activity activity) : Arrival(id), IDisposable
    {
        /// <summary>A channel waits 10 to 15 s; afterwards an answer reaches nobody. Source: Teams docs «Invoke activities».</summary>
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

        private readonly CancellationTokenSource deadline = new(Limit);

        public Activity Activity { get; } = activity;

        /// <summary>Cancelled when the caller waits no longer, in the queue or in the turn.</summary>
        public CancellationToken Deadline => deadline.Token;
        public TaskCompletionSource<Cloaked?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => deadline.Dispose();
    }
}
