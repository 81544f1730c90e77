using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.World;

/// <summary>Keeps every JSON body that the bot sends anywhere.</summary>
internal sealed class OutgoingBodies
{
    private readonly ConcurrentQueue<(string Path, JsonElement Body)> bodies = [];

    public IReadOnlyCollection<(string Path, JsonElement Body)> All => bodies;

    /// <summary>The messages among them.</summary>
    public IEnumerable<JsonElement> Messages => bodies.Where(static sent => sent.Path.Contains("/v3/conversations/", StringComparison.Ordinal)).Select(static sent => sent.Body);

    public void Watch(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Watcher(bodies)));

    private sealed class Watcher(ConcurrentQueue<(string Path, JsonElement Body)> bodies) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content?.Headers.ContentType?.MediaType is "application/json")
            {
                using var json = JsonDocument.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
                bodies.Enqueue((request.RequestUri!.AbsolutePath, json.RootElement.Clone()));
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
