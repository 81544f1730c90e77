using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CredBot.Bench;

/// <summary>A connector that takes everything for every conversation and forgets it.</summary>
internal sealed class ChannelSink : IAsyncDisposable
{
    private readonly WebApplication app;
    private long received;

    private ChannelSink(string url)
    {
        Url = url;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapFallback(context =>
        {
            var number = Interlocked.Increment(ref received);
            context.Response.StatusCode = StatusCodes.Status201Created;
            return context.Response.WriteAsync($$"""{"id":"{{number}}"}""");
        });
    }

    public string Url { get; }

    /// <summary>How many calls came.</summary>
    public long Received => Interlocked.Read(ref received);

    public static async Task<ChannelSink> StartAsync()
    {
        var sink = new ChannelSink(Stage.FreeUrl());
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
