using System.Text.Json;
using CredBot.Engine;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CredBot.Health;

/// <summary><c>/health/live</c> and <c>/health/ready</c>: no secret in either; ready says what is missing.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddCredBotHealth(this IServiceCollection services) =>
        services.AddHealthChecks()
            .AddCheck<EngineHealth>("engine", tags: [Ready])
            .AddCheck<ChannelKeysHealth>("channel-keys", tags: [Ready]);

    public static void MapCredBotHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.Status.ToString());
        json.WriteStartArray("missing");
        foreach (var (name, entry) in report.Entries.Where(static entry => entry.Value.Status is not HealthStatus.Healthy))
        {
            json.WriteStringValue(entry.Description is { } why ? $"{name}: {why}" : name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
