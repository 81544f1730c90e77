using System.Collections.Concurrent;
using CredBot.Bot.Builder;
using CredBot.Bot.Connector;
using CredBot.Engine.Contracts;
using CredBot.Tests.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.Tests.Engine.Conversations;

/// <summary>What is sent again, when, and how often.</summary>
public sealed class RetryTests : IAsyncLifetime
{
    private const string Gcc = "smba.infra.gcc.teams.microsoft.com";

    private readonly Folder folder = new();
    private readonly ScriptedBot bot = new();
    private LoopbackChannel channel = null!;
    private EngineHost host = null!;

    public async ValueTask InitializeAsync()
    {
        channel = await LoopbackChannel.StartAsync();
        host = await EngineHost.StartAsync(folder.Path, channel, bot);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await channel.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [Statement(70)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_Throttled_Message_Goes_Out_When_The_Channel_Said(bool asDate)
    {
        channel.Refuse = _ => asDate ? new ChannelRefusal(429) { RetryOn = host.Time.GetUtcNow().AddSeconds(37) } : new ChannelRefusal(429, 37);
        await OweAsync(new Effect.Send("a", ScriptedBot.Text("one")));
        channel.Refuse = static _ => null;

        // The world lets out what our own limits hold back, and a closed thread is one of those: here the clock is moved by hand.
        host.Time.Advance(TimeSpan.FromSeconds(36.9));
        await host.SettleAsync();
        Assert.Empty(channel.Taken);
        host.Time.Advance(TimeSpan.FromSeconds(0.1));
        await host.SettleAsync();

        Assert.Equal(["one"], channel.Texts);
    }

    [Fact]
    [Statement(70)]
    public async Task Without_A_Time_Throttled_Messages_Come_Back_Later_And_Later_And_Not_All_Together()
    {
        channel.Refuse = static _ => new ChannelRefusal(429);
        for (var number = 0; number < 20; number++)
        {
            await host.AcceptAsync(Says.Message(channel, "hi", conversation: $"c{number}"));
        }

        await host.SettleAsync();
        var first = await WaitsAsync();
        Assert.All(first, static wait => Assert.InRange(wait, 2, 4));
        Assert.True(first.Distinct().Count() > 10, "they would all come back together");

        host.Time.Advance(TimeSpan.FromSeconds(4));
        await host.SettleAsync();

        Assert.Equal(40, channel.Seen.Count);
        Assert.All(await WaitsAsync(), static wait => Assert.InRange(wait, 4, 8));
    }

    [Fact]
    [Statement(71)]
    public async Task A_Conflict_Within_The_Conversation_Is_Tried_Again()
    {
        channel.Refuse = _ => channel.Seen.Count < 4 ? new ChannelRefusal(412) : null;

        await OweAsync(new Effect.Send("a", ScriptedBot.Text("one")));
        await PassAsync();

        Assert.Equal(["one"], channel.Texts);
        Assert.Equal(4, channel.Seen.Count);
    }

    [Theory]
    [Statement(71)]
    [Statement(81)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_Refused_Message_Never_Comes_Again_And_The_Conversation_Goes_On(int status)
    {
        channel.Refuse = _ => new ChannelRefusal(status);
        await OweAsync(new Effect.Send("a", ScriptedBot.Text("one")));
        var calls = channel.Seen.Count;
        await PassAsync();
        Assert.Equal(calls, channel.Seen.Count);
        Assert.Equal(status is 401 ? 2 : 1, calls);
        channel.Refuse = static _ => null;

        await OweAsync(new Effect.Send("b", ScriptedBot.Text("two")));

        Assert.Equal(["two"], channel.Texts);
    }

    [Theory]
    [Statement(72)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task A_Post_That_May_Have_Arrived_Is_Posted_Once_More_And_Then_Given_Up(int status)
    {
        channel.Refuse = call => call.Activity.Text is "one" ? new ChannelRefusal(status) : null;

        await OweAsync(new Effect.Send("a", ScriptedBot.Text("one")), new Effect.Send("b", ScriptedBot.Text("two")));
        Assert.Single(channel.Seen);
        await PassAsync();

        Assert.Equal(["one", "one", "two"], channel.Seen.Select(static call => call.Activity.Text));
        Assert.Equal(1, (await host.ConversationAsync()).GivenUp);
        Assert.Contains(host.Log.Lines, static line => line.Contains("Send is given up after 2 tries", StringComparison.Ordinal));
    }

    [Theory]
    [Statement(72)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(0)]
    public async Task An_Update_Is_Repeated_Until_It_Arrives(int status)
    {
        await OweAsync(new Effect.Send("card", ScriptedBot.Text("first")));
        channel.Refuse = _ => channel.Seen.Count < 7 ? new ChannelRefusal(status) : null;

        await OweAsync(new Effect.Update("card", ScriptedBot.Text("second")));
        await PassAsync();

        Assert.Equal(["first", "second"], channel.Texts);
        Assert.Equal(7, channel.Seen.Count);
    }

    [Fact]
    public async Task A_Post_That_Never_Left_Is_Owed_As_Long_As_It_Takes()
    {
        bot.Turn = static (turn, _) =>
        {
            turn.Owe(new Effect.Send("a", ScriptedBot.Text("one")));
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go") with { ServiceUrl = "http://127.0.0.1:1" });
        await PassAsync();

        var owed = Assert.Single((await host.ConversationAsync()).Outbox);
        Assert.True(owed.Tries > 5, $"{owed.Tries} tries");
        Assert.False(owed.Doubtful);
    }

    [Theory]
    [Statement(78)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_Redirect_Is_Not_Followed(int status)
    {
        await using var other = await LoopbackChannel.StartAsync();
        channel.Refuse = call => new ChannelRefusal(status) { Location = $"{other.Url}/v3/conversations/{call.Conversation}/activities" };

        await OweAsync(new Effect.Send("a", ScriptedBot.Text("one")));
        await PassAsync();

        Assert.Single(channel.Seen);
        Assert.Empty(other.Seen);
        Assert.Contains(host.Log.Lines, line => line.Contains($"refused with {status}", StringComparison.Ordinal));
    }

    [Fact]
    [Statement(81)]
    public async Task A_Moved_Conversation_Is_Found_At_Once_The_Next_Time_Until_It_Writes_From_Elsewhere()
    {
        await host.StopAsync();
        var hosts = new ConcurrentQueue<string>();
        await using var moved = await EngineHost.StartAsync(
            folder.Path, channel, bot,
            services: services => services.AddHttpClient(ConnectorClient.Client).ConfigurePrimaryHttpMessageHandler(() => new Mover(channel, hosts)),
            settings: [("Bot:TrustedServiceHosts:1", Gcc)]);
        host = moved;

        await OweAsync(new Effect.Send("card", ScriptedBot.Text("first")));
        Assert.Equal(["127.0.0.1", Gcc], hosts);
        Assert.Equal($"https://{Gcc}/teams", (await host.ConversationAsync()).Record.Reference!.ServiceUrl);

        await host.Services.GetRequiredService<ICardSurface>().RedrawAsync(Says.Key(), "card", ScriptedBot.Text("second"), TestContext.Current.CancellationToken);
        await host.IdleAsync();
        Assert.Equal(["127.0.0.1", Gcc, Gcc], hosts);
        Assert.Equal(["first", "second"], channel.Texts);

        await OweAsync();
        Assert.Equal(channel.Url, (await host.ConversationAsync()).Record.Reference!.ServiceUrl);
    }

    private async Task<IReadOnlyList<double>> WaitsAsync()
    {
        var waits = new List<double>();
        for (var number = 0; number < 20; number++)
        {
            waits.Add((Assert.Single((await host.ConversationAsync($"c{number}")).Outbox).DueAt!.Value - host.Time.GetUtcNow()).TotalSeconds);
        }

        return waits;
    }

    private async Task OweAsync(params Effect[] effects)
    {
        bot.Turn = (turn, _) =>
        {
            Array.ForEach(effects, turn.Owe);
            return Task.CompletedTask;
        };
        await host.AcceptAsync(Says.Message(channel, "go"));
        await host.SettleAsync();
    }

    /// <summary>An hour, in steps small enough for every due time.</summary>
    private async Task PassAsync()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            await host.AdvanceAsync(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Says of every other host that it is the wrong one, and lets the loopback channel answer for the right one.</summary>
    private sealed class Mover(LoopbackChannel channel, ConcurrentQueue<string> hosts) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            hosts.Enqueue(request.RequestUri!.Host);
            if (request.RequestUri.Host is not Gcc)
            {
                return Task.FromResult(Bot.Connector.Wire.Reply(403, """{"error":{"code":"InvalidBotApiHost"}}"""));
            }

            request.RequestUri = new Uri($"{channel.Url}{request.RequestUri.AbsolutePath["/teams".Length..]}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
