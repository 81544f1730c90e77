namespace CredBot.DemoTenant.BotService;

/// <summary>Tells when the demo tenant has nothing left to bring to the bot now; what waits for the clock does not count.</summary>
public sealed class DemoTenantQuiescence
{
    private readonly Lock gate = new();
    private readonly DemoTenantQuiescence? whole;
    private TaskCompletionSource? idle;
    private int busy;

    public DemoTenantQuiescence()
    {
    }

    /// <param name="whole">What this is a part of.</param>
    internal DemoTenantQuiescence(DemoTenantQuiescence whole) => this.whole = whole;

    /// <summary>Completes when nothing is on its way.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return busy is 0 ? Task.CompletedTask : (idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellationToken);
        }
    }

    internal void Enter()
    {
        whole?.Enter();
        lock (gate)
        {
            busy++;
        }
    }

    internal void Leave()
    {
        lock (gate)
        {
            if (--busy is 0)
            {
                idle?.SetResult();
                idle = null;
            }
        }

        whole?.Leave();
    }
}
