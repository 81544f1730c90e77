using System.Net;
using CredBot.Tests.DemoTenant.DirectLine;

namespace CredBot.Tests.DemoTenant.BotService;

/// <summary>The connector takes no more than Teams does, so that a bot which does not hold back is found out.</summary>
public sealed class Throttling
{
    [Fact]
    public async Task The_Eighth_Message_In_A_Second_Is_Refused_For_A_Second()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (_, chat) = await Connectors.ChatAsync(world);
        var (_, other) = await Connectors.ChatAsync(world, "grace");
        var id = await Connectors.SendAsync(world, chat, "first");
        for (var number = 0; number < 6; number++)
        {
            using var updated = await world.AsBotAsync(HttpMethod.Put, $"{chat}/{id}", new { type = "message", text = $"{number}" });
            Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        }

        using var refused = await SendAsync(world, chat);
        using var elsewhere = await SendAsync(world, other);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        using var later = await SendAsync(world, chat);
        using var tooMany = await SendAsync(world, chat);

        Assert.Equal((HttpStatusCode.TooManyRequests, "Throttled"), (refused.StatusCode, await ChannelWorld.CodeAsync(refused)));
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (elsewhere.StatusCode, later.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
    }

    [Fact]
    public async Task Sixty_In_Half_A_Minute_Are_Enough()
    {
        await using var world = await ChannelWorld.StartAsync();
        var (_, chat) = await Connectors.ChatAsync(world);
        for (var number = 0; number < 60; number++)
        {
            using var sent = await SendAsync(world, chat);
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
            world.Time.Advance(TimeSpan.FromSeconds(0.26));
        }

        using var refused = await SendAsync(world, chat);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(15), refused.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Fifty_In_A_Second_Are_All_That_A_Tenant_Takes_Whatever_The_Thread()
    {
        await using var world = await ChannelWorld.StartAsync(withBot: false);
        var path = "/demo/botservice/v3/conversations/a%3Aunknown/members";
        for (var number = 0; number < 50; number++)
        {
            using var asked = await world.AsBotAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        }

        using var refused = await world.AsBotAsync(HttpMethod.Get, path);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        using var later = await world.AsBotAsync(HttpMethod.Get, path);

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.NotFound), (refused.StatusCode, later.StatusCode));
    }

    private static Task<HttpResponseMessage> SendAsync(ChannelWorld world, string chat) => world.AsBotAsync(HttpMethod.Post, chat, new { type = "message", text = "x" });
}
