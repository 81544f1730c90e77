using CredBot.Engine.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CredBot.Engine;

/// <summary>Healthy only while the silo is up and the store takes a write.</summary>
public sealed class EngineHealth : IHealthCheck
{
    private readonly ISiloStatusOracle silo;
    private readonly IStore store;

    internal EngineHealth(ISiloStatusOracle silo, IStore store)
    {
        this.silo = silo;
        this.store = store;
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (silo.CurrentStatus is not SiloStatus.Active)
        {
            return HealthCheckResult.Unhealthy("The engine is not running.");
        }

        try
        {
            await store.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreException failure)
        {
            return HealthCheckResult.Unhealthy("The store takes no writes.", failure);
        }
    }
}
