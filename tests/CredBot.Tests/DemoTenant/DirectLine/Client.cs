using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CredBot.Tests.DemoTenant.DirectLine;

/// <summary>A Direct Line client of one person, as directlinejs behaves.</summary>
public sealed class Client(ChannelWorld world, string person)
{
    public string Conversation { get; private set; } = "";

    public string Token { get; set; } = "";

    public string StreamUrl { get; private set; } = "";

    public string? Watermark { get; set; }

    public async Task GenerateAsync()
    {
        var json = await ChannelWorld.JsonAsync(await world.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = $"dl_{person}" } }));
        Take(json);
    }

    public async Task<HttpResponseMessage> StartAsync(string type, string? locale)
    {
        await GenerateAsync();
        var response = await SendAsync(HttpMethod.Post, "/conversations", JsonContent.Create(new { user = new { }, locale, channelData = new { demo = new { conversationType = type } } }));
        Take(await ChannelWorld.JsonAsync(response));
        return response;
    }

    public Task<HttpResponseMessage> ReconnectAsync(string watermark) => SendAsync(HttpMethod.Get, $"/conversations/{Conversation}?watermark={watermark}");

    public Task<HttpResponseMessage> PostAsync(object activity) =>
        SendAsync(HttpMethod.Post, $"/conversations/{Conversation}/activities", JsonContent.Create(activity));

    /// <returns>The message's id.</returns>
    public async Task<string> SaysAsync(string text) =>
        (await ChannelWorld.JsonAsync(await PostAsync(new { type = "message", text }))).GetProperty("id").GetString()!;

    public Task<HttpResponseMessage> PollAsync(string? watermark) =>
        SendAsync(HttpMethod.Get, $"/conversations/{Conversation}/activities?watermark={watermark}");

    /// <summary>What is new since the last time.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync()
    {
        var set = await ChannelWorld.JsonAsync(await PollAsync(Watermark));
        Watermark = set.GetProperty("watermark").GetString();
        return [.. set.GetProperty("activities").EnumerateArray()];
    }

    public async Task<WebSocket> OpenStreamAsync(string? url = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url ?? StreamUrl), TestContext.Current.CancellationToken);
        return socket;
    }

    /// <returns>The next frame's text; null at the end of the stream.</returns>
    public static async Task<string?> FrameAsync(WebSocket socket)
    {
        var buffer = new byte[256 * 1024];
        var count = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(count), TestContext.Current.CancellationToken);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return null;
            }

            count += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, count);
            }
        }
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline" + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await ChannelWorld.AskFirstAsync(world.Http, request);
    }

    private void Take(JsonElement json)
    {
        Conversation = json.GetProperty("conversationId").GetString()!;
        Token = json.GetProperty("token").GetString()!;
        StreamUrl = json.TryGetProperty("streamUrl", out var url) ? url.GetString()! : "";
    }
}
