using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>One client of one person in a chat: what Direct Line calls a conversation.</summary>
internal sealed class Seat(string id, DemoPerson person, Chat chat, string? locale) : IDisposable
{
    private const string DefaultLocale = "en-US";
    private const string DefaultTimeZone = "Asia/Seoul";
    private readonly ConcurrentDictionary<string, Lazy<string>> posted = new(StringComparer.Ordinal);
    private CancellationTokenSource stream = new();

    /// <summary>Direct Line's conversation id.</summary>
    public string Id => id;

    public DemoPerson Person => person;

    public Chat Chat => chat;

    /// <summary>The client's locale, the post's own first.</summary>
    public ClientLocale Locale(JsonObject? activity = null) => new(
        activity.Text("locale") ?? locale ?? person.PreferredLanguage ?? DefaultLocale,
        activity.Text("localTimezone") ?? DefaultTimeZone);

    /// <summary>Posts once: a client that lost the answer posts the same <c>clientActivityID</c> again.</summary>
    /// <remarks>Source: microsoft/BotFramework-DirectLineJS#188.</remarks>
    /// <returns>The id of the first time.</returns>
    public string Once(string? clientActivityId, Func<string> post) =>
        clientActivityId is null ? post() : posted.GetOrAdd(clientActivityId, _ => new Lazy<string>(post)).Value;

    /// <summary>Ends the stream before, since one conversation has one.</summary>
    /// <returns>Cancelled when the next one comes.</returns>
    public CancellationToken TakeStream()
    {
        var mine = new CancellationTokenSource();
        using var before = Interlocked.Exchange(ref stream, mine);
        before.Cancel();
        return mine.Token;
    }

    public void Dispose() => stream.Dispose();
}
