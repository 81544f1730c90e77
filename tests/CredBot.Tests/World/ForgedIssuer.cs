using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CredBot.Tests.World;

/// <summary>A server on loopback in the place of all that a bot speaks to: it describes the signing keys it is given, and writes down every other call.</summary>
public sealed class ForgedIssuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int fetches;

    private ForgedIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/v1/.well-known/openidconfiguration", DescribeAsync);
        app.MapGet("/v1/.well-known/keys", context => context.Response.WriteAsync(
            new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(static key => key.Public())]) }.ToJsonString()));
        app.MapFallback(CallAsync);
    }

    public string Url => app.Urls.First();

    /// <summary>The keys of the set, now.</summary>
    public IReadOnlyList<ForgedKey> Keys { get; set; } = [];

    /// <summary>Answers the metadata with 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often the metadata was asked for.</summary>
    public int Fetches => fetches;

    /// <summary>Calls of the bot other than for keys, as <c>METHOD path</c>.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Bodies of the activities the bot sent.</summary>
    public ConcurrentQueue<string> Sent { get; } = [];

    public static async Task<ForgedIssuer> StartAsync()
    {
        var issuer = new ForgedIssuer();
        await issuer.app.StartAsync();
        return issuer;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task DescribeAsync(HttpContext context)
    {
        Interlocked.Increment(ref fetches);
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync(new JsonObject
        {
            ["issuer"] = "https://api.botframework.com",
            ["jwks_uri"] = $"{context.Request.Scheme}://{context.Request.Host}/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }.ToJsonString());
    }

    private async Task CallAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Calls.Enqueue($"{context.Request.Method} {path}");
        using var body = new StreamReader(context.Request.Body);
        var text = await body.ReadToEndAsync();
        if (path.StartsWith("/v3/", StringComparison.Ordinal))
        {
            Sent.Enqueue(text);
        }

        await context.Response.WriteAsync(path.EndsWith("/token", StringComparison.Ordinal) ? """{"access_token":"t","expires_in":86400}""" : """{"id":"m1"}""");
    }
}
