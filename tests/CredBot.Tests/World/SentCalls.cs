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

    private static string? Member(string json, string name) =>
        json.Length > 0 && JsonElement.Parse(json).TryGetProperty(name, out var value) ? value.GetString() : null;

    private sealed class Line(ConcurrentQueue<SentCall> calls) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "{}" : await request.Content.ReadAsStringAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            var answer = response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : "";
            calls.Enqueue(new SentCall(request.Method.Method, Member(answer, "id"), JsonElement.Parse(body)));
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
