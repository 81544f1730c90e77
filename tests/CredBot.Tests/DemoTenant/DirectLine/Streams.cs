using System.Net.WebSockets;
using System.Text.Json;
using CredBot.Tests.Conformance;
using CredBot.Tests.DemoTenant.BotService;

namespace CredBot.Tests.DemoTenant.DirectLine;

public sealed class Streams
{
    [Fact]
    [Statement(136)]
    public async Task A_Stream_Carries_What_Was_And_What_Comes()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await client.SaysAsync("before");
        using var socket = await client.OpenStreamAsync();

        var first = await FrameAsync(socket);
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        await client.SaysAsync("after");
        var second = await FrameAsync(socket);

        Assert.Equal(["activities", "watermark"], first.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("before", Assert.Single(first.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("after", Assert.Single(second.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(("1", "2"), (first.GetProperty("watermark").GetString(), second.GetProperty("watermark").GetString()));
    }

    [Fact]
    public async Task A_Sign_Of_Life_Is_An_Empty_Frame()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await client.SaysAsync("hi");
        using var socket = await client.OpenStreamAsync();
        await FrameAsync(socket);

        world.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("", await Client.FrameAsync(socket));
    }

    [Fact]
    public async Task Typing_Is_On_The_Stream_Alone_And_Moves_No_Watermark()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (client, chat) = await Connectors.ChatAsync(world);
        using var socket = await client.OpenStreamAsync();
        await FrameAsync(socket);
        using var sent = await world.AsBotAsync(HttpMethod.Post, chat, new { type = "typing" });

        var frame = await FrameAsync(socket);

        Assert.Equal("typing", Assert.Single(frame.GetProperty("activities").EnumerateArray()).GetProperty("type").GetString());
        Assert.False(frame.TryGetProperty("watermark", out _));
        Assert.Empty(await client.ReadAsync());
    }

    [Fact]
    [Statement(138)]
    public async Task A_Reconnect_Brings_Only_What_Is_Later_Than_Its_Watermark()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await client.SaysAsync("one");
        await client.SaysAsync("two");
        var again = await ChannelWorld.JsonAsync(await client.ReconnectAsync("1"));
        Assert.NotEmpty(again.GetProperty("token").GetString()!);

        using var socket = await client.OpenStreamAsync(again.GetProperty("streamUrl").GetString());

        Assert.Equal("two", Assert.Single((await FrameAsync(socket)).GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_Second_Stream_Takes_The_First_Ones_Place()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        await client.SaysAsync("one");
        using var first = await client.OpenStreamAsync();
        await FrameAsync(first);
        var again = await ChannelWorld.JsonAsync(await client.ReconnectAsync("1"));
        using var second = await client.OpenStreamAsync(again.GetProperty("streamUrl").GetString());

        Assert.True(await EndsAsync(first));

        await client.SaysAsync("two");
        Assert.Equal("two", Assert.Single((await FrameAsync(second)).GetProperty("activities").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_Streams_Address_Works_Once_And_For_A_Minute()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        var late = (await ChannelWorld.JsonAsync(await client.ReconnectAsync("-"))).GetProperty("streamUrl").GetString();
        using var socket = await client.OpenStreamAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => client.OpenStreamAsync());
        world.Time.Advance(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAsync<WebSocketException>(() => client.OpenStreamAsync(late));
    }

    [Fact]
    public async Task A_Client_That_Leaves_Is_Let_Go()
    {
        await using var world = await ChannelWorld.StartAsync();
        var client = await world.ClientAsync("sora");
        using var socket = await client.OpenStreamAsync();

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);

        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    private static async Task<JsonElement> FrameAsync(WebSocket socket) => JsonDocument.Parse((await Client.FrameAsync(socket))!).RootElement;

    private static async Task<bool> EndsAsync(WebSocket socket)
    {
        try
        {
            return await Client.FrameAsync(socket) is null;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }
}
