namespace CredBot.Bot.Dialogs;

/// <summary>A named step: it reads, decides, and says what comes next.</summary>
/// <param name="Name">Stored while the step waits, so it never changes once shipped.</param>
/// <param name="Run">The step. It changes nothing outside the turn.</param>
public sealed record WaterfallStep<TState>(string Name, Func<WaterfallStepContext<TState>, CancellationToken, Task<StepOutcome<TState>>> Run)
    where TState : class
{
    /// <summary>A step that only decides.</summary>
    public WaterfallStep(string name, Func<WaterfallStepContext<TState>, StepOutcome<TState>> decide)
        : this(name, (step, _) => Task.FromResult(decide(step)))
    {
    }
}
