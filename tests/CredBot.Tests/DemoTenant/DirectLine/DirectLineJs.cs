using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.DemoTenant.DirectLine;

/// <summary>
/// Replays, header for header, the calls that botframework-directlinejs 0.15 makes within Web Chat 4.18, in its order. The script itself runs in the
/// browser's tests; here is the wire alone.
/// </summary>
public sealed class DirectLineJs
{
    private const string Agent = "DirectLine/3.0 (directlinejs; WebChat/4.18.1 (Full) 0.15.5)";

    [Fact]
    [Statement(135)]
    [Statement(136)]
    [Statement(137)]
    [Statement(138)]
    public async Task It_Generates_Starts_Streams_And_Comes_Back()
    {
        await using var world = await ChannelWorld.StartAsync();
        var page = await JsonAsync(await CallAsync(world, HttpMethod.Post, "/tokens/generate", null, new { user = new { id = "dl_sora", name = "Sora" } }), HttpStatusCode.OK);
        var started = await JsonAsync(await CallAsync(world, HttpMethod.Post, "/conversations", Text(page, "token"), new { user = new { } }), HttpStatusCode.Created);
        var (conversation, token) = (Text(started, "conversationId"), Text(started, "token"));
        Assert.Equal(Text(page, "conversationId"), conversation);

        // An upgrade from a page carries no Authorization: its address has to be enough.
        using var socket = await OpenAsync(Text(started, "streamUrl"));
        await SendAsync(socket, "");
        var posted = await JsonAsync(await CallAsync(world, HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("m1")), HttpStatusCode.OK);
        var echo = await SetAsync(socket);
        var activity = Assert.Single(echo.GetProperty("activities").EnumerateArray());
        Assert.Equal((Text(posted, "id"), "m1"), (Text(activity, "id"), Text(activity.GetProperty("channelData"), "clientActivityID")));

        // The line breaks; what is said meanwhile comes after the return, and nothing comes twice.
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        await CallAsync(world, HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("m2"));
        var again = await JsonAsync(await CallAsync(world, HttpMethod.Get, $"/conversations/{conversation}?watermark={Text(echo, "watermark")}", token), HttpStatusCode.OK);
        Assert.Equal(conversation, Text(again, "conversationId"));
        using var back = await OpenAsync(Text(again, "streamUrl"));
        var late = Assert.Single((await SetAsync(back)).GetProperty("activities").EnumerateArray());
        Assert.Equal("m2", Text(late.GetProperty("channelData"), "clientActivityID"));

        var refreshed = await JsonAsync(await CallAsync(world, HttpMethod.Post, "/tokens/refresh", Text(again, "token")), HttpStatusCode.OK);
        Assert.NotEmpty(Text(refreshed, "token"));
    }

    [Fact]
    [Statement(135)]
    public async Task Without_A_Socket_It_Asks_Again_And_Again()
    {
        await using var world = await ChannelWorld.StartAsync();
        var page = await JsonAsync(await CallAsync(world, HttpMethod.Post, "/tokens/generate", null, new { user = new { id = "dl_sora" } }), HttpStatusCode.OK);
        var started = await JsonAsync(await CallAsync(world, HttpMethod.Post, "/conversations", Text(page, "token"), new { user = new { } }), HttpStatusCode.Created);
        var (activities, token) = ($"/conversations/{Text(started, "conversationId")}/activities", Text(started, "token"));

        var empty = await JsonAsync(await CallAsync(world, HttpMethod.Get, $"{activities}?watermark=", token), HttpStatusCode.OK);
        await CallAsync(world, HttpMethod.Post, activities, token, Message("m1"));
        var first = await JsonAsync(await CallAsync(world, HttpMethod.Get, $"{activities}?watermark={Text(empty, "watermark")}", token), HttpStatusCode.OK);
        var second = await JsonAsync(await CallAsync(world, HttpMethod.Get, $"{activities}?watermark={Text(first, "watermark")}", token), HttpStatusCode.OK);

        Assert.Equal((0, 1, 0), (Count(empty), Count(first), Count(second)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anything, as long as nobody has to read it")]
    [Statement(136)]
    public async Task What_A_Client_Says_On_The_Stream_Is_Ignored(string frame)
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var socket = await client.OpenStreamAsync();

        await SendAsync(socket, frame);
        await SendAsync(socket, frame);
        await client.SaysAsync("hi");

        var set = await SetAsync(socket);
        Assert.Equal(["activities", "watermark"], set.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("hi", Text(Assert.Single(set.GetProperty("activities").EnumerateArray()), "text"));
    }

    private static object Message(string clientActivityId) => new
    {
        type = "message", text = "hello", textFormat = "plain", locale = "ko-KR", channelId = "webchat", localTimezone = "Asia/Seoul",
        localTimestamp = "2026-11-24T18:00:00.000+09:00", from = new { id = "dl_sora", name = "", role = "user" }, channelData = new { clientActivityID = clientActivityId },
    };

    private static async Task<HttpResponseMessage> CallAsync(ChannelWorld world, HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/v3/directline{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("x-requested-with", "XMLHttpRequest");
        request.Headers.Add("x-ms-bot-agent", Agent);
        request.Headers.Add("Origin", world.Url);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await world.Http.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        Assert.Equal(expected, response.StatusCode);
        return await ChannelWorld.JsonAsync(response);
    }

    private static async Task<ClientWebSocket> OpenAsync(string url)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(url), TestContext.Current.CancellationToken);
        return socket;
    }

    private static ValueTask SendAsync(WebSocket socket, string frame) => socket.SendAsync(
        System.Text.Encoding.UTF8.GetBytes(frame).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    private static async Task<JsonElement> SetAsync(WebSocket socket) => JsonDocument.Parse((await Client.FrameAsync(socket))!).RootElement;

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static int Count(JsonElement set) => set.GetProperty("activities").GetArrayLength();
}
