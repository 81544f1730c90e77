using System.Collections.Concurrent;
using System.Text.Json;
using CredBot.Bot.Schema;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CredBot.Tests.Engine;

/// <summary>A channel on loopback: gives tokens, takes messages, and can be told to refuse or to wait.</summary>
internal sealed class LoopbackChannel : IAsyncDisposable
{
    private readonly WebApplication app;
    private int count;

    private LoopbackChannel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{tenant}/oauth2/v2.0/token", static () => Results.Json(new Dictionary<string, object> { ["access_token"] = "t", ["expires_in"] = 86_400 }));
        app.MapPost("/v3/conversations", OpenAsync);
        app.MapPost("/v3/conversations/{conversation}/activities/{id?}", context => TakeAsync(context, "POST"));
        app.MapPut("/v3/conversations/{conversation}/activities/{id}", context => TakeAsync(context, "PUT"));
    }

    /// <summary>What was taken, in order.</summary>
    public ConcurrentQueue<ChannelCall> Taken { get; } = [];

    /// <summary>Every call, whatever it was answered.</summary>
    public ConcurrentQueue<ChannelCall> Seen { get; } = [];

    /// <summary>Bodies of the requests for a chat, whatever they were answered.</summary>
    public ConcurrentQueue<JsonElement> Opened { get; } = [];

    /// <summary>Answers a request for a chat otherwise than with success; null for success.</summary>
    public Func<ChannelRefusal?> RefuseOpening { get; set; } = static () => null;

    /// <summary>Answers a call otherwise than with success; null for success.</summary>
    public Func<ChannelCall, ChannelRefusal?> Refuse { get; set; } = static _ => null;

    /// <summary>Awaited before a call is answered.</summary>
    public Func<ChannelCall, Task> Hold { get; set; } = static _ => Task.CompletedTask;

    public string Url => app.Urls.First();

    /// <summary>Texts of the messages that were taken, in order.</summary>
    public IEnumerable<string?> Texts => Taken.Select(static call => call.Activity.Text);

    public static async Task<LoopbackChannel> StartAsync()
    {
        var channel = new LoopbackChannel();
        await channel.app.StartAsync();
        return channel;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task OpenAsync(HttpContext context)
    {
        Opened.Enqueue(await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body));
        if (RefuseOpening() is { } refusal)
        {
            await RefuseAsync(context.Response, refusal);
            return;
        }

        // As with sessions: each request opens another chat.
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id = $"opened-{Opened.Count}" });
    }

    private async Task TakeAsync(HttpContext context, string method)
    {
        var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, BotJson.Wire.Activity);
        var call = new ChannelCall(method, (string)context.Request.RouteValues["conversation"]!, (string?)context.Request.RouteValues["id"], activity!);
        Seen.Enqueue(call);
        await Hold(call);
        if (Refuse(call) is { } refusal)
        {
            await RefuseAsync(context.Response, refusal);
            return;
        }

        Taken.Enqueue(call);
        var id = method is "PUT" ? call.Id! : $"m{Interlocked.Increment(ref count)}";
        await context.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["id"] = id });
    }

    private static Task RefuseAsync(HttpResponse response, ChannelRefusal refusal)
    {
        response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = $"{seconds}";
        }

        return refusal.Code is { } code ? response.WriteAsJsonAsync(new { error = new { code, message = "no" } }) : Task.CompletedTask;
    }
}

internal sealed record ChannelCall(string Method, string Conversation, string? Id, Activity Activity);

internal sealed record ChannelRefusal(int Status, int? RetryAfter = null, string? Code = null);
