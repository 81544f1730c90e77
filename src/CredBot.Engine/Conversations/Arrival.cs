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
    internal sealed class Call : Arrival, IDisposable
    {
        /// <summary>A channel waits 10 to 15 s; afterwards an answer reaches nobody. Source: Teams docs «Invoke activities».</summary>
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(9);

        private readonly CancellationTokenSource deadline;

        public Call(string? id, Activity activity, TimeProvider time) : base(id)
        {
            Activity = activity;
            deadline = new CancellationTokenSource(Limit, time);
            Deadline = deadline.Token;
            Deadline.UnsafeRegister(static call => ((Call)call!).Leave(null), this);
        }

        public Activity Activity { get; }

        /// <summary>Cancelled when the caller waits no longer, in the queue or in the turn.</summary>
        public CancellationToken Deadline { get; }
        public TaskCompletionSource<Cloaked?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What the caller was told at the deadline, while the turn was still at work; null where nothing.</summary>
        public InvokeResponse? Early { get; private set; }

        /// <summary>Nothing is done for this call any more: whoever brings it again brings a new one.</summary>
        public bool IsAbandoned => Answer.Task.IsFaulted;

        /// <summary>The caller waits no longer: it gets what the turn has answered so far, or learns that there is no answer.</summary>
        /// <returns>Whether there was an answer, and the turn may go on.</returns>
        public bool Leave(InvokeResponse? soFar)
        {
            if (soFar is null || Answer.Task.IsCompleted)
            {
                Answer.TrySetException(new TimeoutException("The invoke was not answered in time."));
                return Early is not null;
            }

            Early = soFar;
            Answer.TrySetResult(Cloaked.Answer(soFar));
            return true;
        }

        public void Dispose() => deadline.Dispose();
    }
}
