using CredBot.Bot.Connector;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CredBot.Health;

/// <summary>Ready only when the channel's keys are at hand: without them every activity would be refused.</summary>
internal sealed class ChannelKeysHealth(ChannelKeys keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        await keys.ReadyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("the channel's signing keys cannot be fetched");
}
