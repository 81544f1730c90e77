using System.Collections.Concurrent;
using System.Text.Json;

namespace CredBot.Tests.World;

/// <summary>Writes down what the bot asks of the connector.</summary>
public sealed class SentCalls
{
    private readonly ConcurrentQueue<SentCall> calls = [];

    public IReadOnlyCollection<SentCall> All => calls;

    /// <summary>Stands before the real line.</summary>
    internal DelegatingHandler Recorder() => new Line(calls);

    private sealed class Line(ConcurrentQueue<SentCall> calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var response = await base.SendAsync(request, cancellationToken);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
            var id = answer.RootElement.TryGetProperty("id", out var given) ? given.GetString() : null;
            calls.Enqueue(new SentCall(request.Method.Method, id, body.RootElement.Clone()));
            return response;
        }
    }
}

/// <param name="Method">Of HTTP.</param>
/// <param name="Id">The message's, as the connector gave it.</param>
/// <param name="Activity">What was sent.</param>
public sealed record SentCall(string Method, string? Id, JsonElement Activity)
{
    public bool HasCard => Activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0;

    public bool HasText => Activity.TryGetProperty("text", out var text) && text.GetString() is { Length: > 0 };
}
