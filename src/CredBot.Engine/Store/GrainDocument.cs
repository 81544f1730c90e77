using Orleans.Storage;

namespace CredBot.Engine.Store;

/// <summary>The stored document of one grain, changed by pure amendments that are written one after the other.</summary>
/// <remarks>
/// A grain's calls may interleave where they wait; its writes may not: two of them would conflict on their version. What is asked for while a write is
/// under way goes out together with the next one. <see cref="Current"/> is always what the store holds. After a failed write nobody knows what it
/// holds: the document refuses all further work, and the grain must go.
/// </remarks>
/// <param name="state">The grain's persistent state.</param>
/// <param name="lost">Called when the document can no longer be trusted; the grain deactivates itself.</param>
internal sealed class GrainDocument<T>(IPersistentState<T> state, Action lost) where T : class
{
    private readonly List<Amendment> waiting = [];
    private Exception? failure;
    private bool writing;
    private bool stale;

    /// <summary>The document as the store holds it.</summary>
    public T Current { get; private set; } = state.State;

    /// <summary>Changes the document.</summary>
    /// <param name="change">Pure: it runs again on the newer document where the store had one. Null means that there is nothing to change.</param>
    /// <returns>Whether there was something to change; it is then on disk.</returns>
    public Task<bool> AmendAsync(Func<T, T?> change)
    {
        if (failure is not null)
        {
            return Task.FromException<bool>(new StoreException("The document is being read again after a failed write.", failure));
        }

        var amendment = new Amendment(change);
        waiting.Add(amendment);
        if (!writing)
        {
            writing = true;
            _ = WriteAsync();
        }

        return amendment.Done.Task;
    }

    /// <summary>Reads the document again, so that a decision stands on what the store holds now.</summary>
    public Task ReloadAsync()
    {
        stale = true;
        return AmendAsync(static _ => null);
    }

    private async Task WriteAsync()
    {
        while (waiting.Count > 0)
        {
            Amendment[] batch = [.. waiting];
            waiting.Clear();
            try
            {
                await CommitAsync(batch);
            }
            catch (Exception problem)
            {
                failure = problem;
                foreach (var amendment in batch.Concat(waiting))
                {
                    amendment.Done.TrySetException(problem);
                }

                waiting.Clear();
                lost();
                break;
            }
        }

        writing = false;
    }

    private async Task CommitAsync(Amendment[] batch)
    {
        for (var again = false; ; again = true)
        {
            if (stale)
            {
                await state.ReadStateAsync();
                (Current, stale) = (state.State, false);
            }

            var next = Current;
            foreach (var amendment in batch)
            {
                next = amendment.Apply(next);
            }

            if (ReferenceEquals(next, Current))
            {
                break;
            }

            try
            {
                state.State = next;
                await state.WriteStateAsync();
                Current = next;
                break;
            }
            catch (InconsistentStateException) when (!again)
            {
                stale = true;
            }
        }

        foreach (var amendment in batch)
        {
            amendment.Settle();
        }
    }

    private sealed class Amendment(Func<T, T?> change)
    {
        private bool applied;
        private Exception? refusal;

        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>One change that throws must not take its neighbours with it.</summary>
        public T Apply(T document)
        {
            (applied, refusal) = (false, null);
            try
            {
                if (change(document) is not { } next)
                {
                    return document;
                }

                applied = true;
                return next;
            }
            catch (Exception problem)
            {
                refusal = problem;
                return document;
            }
        }

        public void Settle()
        {
            if (refusal is null)
            {
                Done.TrySetResult(applied);
            }
            else
            {
                Done.TrySetException(refusal);
            }
        }
    }
}
