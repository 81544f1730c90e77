using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Playwright;

namespace CredBot.Browser.World;

/// <summary>A client that has lost its connection and whose next request for what is new hangs until the outage ends.</summary>
/// <remarks>A request that failed instead would be the end of a polling directlinejs: it gives up for good.</remarks>
internal sealed class Outage
{
    private readonly TaskCompletionSource<string> asked = new();
    private readonly TaskCompletionSource ended = new();

    private Outage()
    {
    }

    /// <summary>Begins, and returns when the client has noticed.</summary>
    /// <param name="page">Its directlinejs is the page's <c>line</c>.</param>
    /// <param name="webSocket">Whether there is a socket to break.</param>
    public static async Task<Outage> BeginAsync(IPage page, bool webSocket)
    {
        var outage = new Outage();
        await page.RouteAsync(static url => url.Contains("watermark=", StringComparison.Ordinal), outage.HoldAsync);
        if (webSocket)
        {
            await TakeStreamAsync(page);
        }

        await outage.asked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return outage;
    }

    /// <summary>Ends.</summary>
    /// <returns>With which address the client asked for what is new.</returns>
    public async Task<string> EndAsync()
    {
        ended.SetResult();
        return await asked.Task;
    }

    private async Task HoldAsync(IRoute route)
    {
        asked.TrySetResult(route.Request.Url);
        await ended.Task;
        await route.ContinueAsync();
    }

    /// <summary>A conversation has one stream: whoever opens another ends the client's.</summary>
    private static async Task TakeStreamAsync(IPage page)
    {
        var line = await page.EvaluateAsync<JsonElement>("() => ({ token: line.token, address: `${line.domain}/conversations/${line.conversationId}` })");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", line.GetProperty("token").GetString());
        var conversation = await http.GetFromJsonAsync<JsonElement>(line.GetProperty("address").GetString());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(conversation.GetProperty("streamUrl").GetString()!), CancellationToken.None);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }
}
