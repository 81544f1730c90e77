using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Connector;

/// <summary>The channel's keys: what they may sign for, when they are fetched, and how often.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private ForgedWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ForgedWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    [Statement(18)]
    [Statement(19)]
    public async Task A_Key_Speaks_Only_For_The_Channels_It_Is_Endorsed_For()
    {
        using var web = new ForgedKey("web", "webchat");
        using var silent = new ForgedKey("silent", null);
        using var empty = new ForgedKey("empty");
        using var capitals = new ForgedKey("capitals", "MSTEAMS");
        using var both = new ForgedKey("both", "webchat", "msteams");
        world.Channel.Keys = [world.Key, web, silent, empty, capitals, both];

        foreach (var key in (ForgedKey[])[web, silent, empty, capitals])
        {
            await world.RefusesAsync(403, world.Message(), world.Forge.Token(signedBy: key));
        }

        await world.HearsAsync(world.Message(), world.Forge.Token(signedBy: both));
    }

    [Fact]
    [Statement(21)]
    public async Task A_New_Key_Is_Taken_On_The_First_Request_That_Uses_It()
    {
        await world.HearsAsync(world.Message());
        using var next = new ForgedKey("next", "msteams");
        world.Channel.Keys = [next];

        await world.HearsAsync(world.Message(), world.Forge.Token(signedBy: next));
        await world.RefusesAsync(401, world.Message());
        Assert.Equal(2, world.Channel.Fetches);
    }

    [Fact]
    [Statement(22)]
    public async Task A_Hundred_Unknown_Keys_Cause_One_Fetch_In_Five_Minutes()
    {
        await world.HearsAsync(world.Message());
        await BurstAsync();
        Assert.Equal(2, world.Channel.Fetches);

        world.Time.Advance(TimeSpan.FromMinutes(4.9));
        await BurstAsync();
        Assert.Equal(2, world.Channel.Fetches);

        world.Time.Advance(TimeSpan.FromMinutes(0.2));
        await BurstAsync();
        Assert.Equal(3, world.Channel.Fetches);
    }

    [Fact]
    [Statement(22)]
    public async Task While_The_Issuer_Is_Down_A_Hundred_Requests_Ask_It_Once_A_Second()
    {
        world.Channel.IsDown = true;
        await BurstAsync();
        Assert.Equal(1, world.Channel.Fetches);

        world.Time.Advance(TimeSpan.FromSeconds(1));
        await BurstAsync();
        Assert.Equal(2, world.Channel.Fetches);
    }

    [Fact]
    [Statement(23)]
    public async Task A_Failed_Fetch_At_The_Start_Does_Not_Stick()
    {
        world.Channel.IsDown = true;
        await world.RefusesAsync(401, world.Message());
        world.Channel.IsDown = false;
        world.Time.Advance(TimeSpan.FromSeconds(1));

        await world.HearsAsync(world.Message());
    }

    [Fact]
    [Statement(24)]
    public async Task The_Keys_Are_Fetched_Again_Within_A_Day_And_A_Key_Taken_Out_Is_Out()
    {
        await world.HearsAsync(world.Message());
        using var next = new ForgedKey("next", "msteams");
        world.Channel.Keys = [next];

        world.Time.Advance(TimeSpan.FromHours(24));

        await world.RefusesAsync(401, world.Message());
        Assert.True(world.Channel.Fetches >= 2);
        await world.HearsAsync(world.Message(), world.Forge.Token(signedBy: next));
    }

    [Fact]
    public async Task Known_Keys_Serve_On_While_The_Issuer_Is_Down()
    {
        await world.HearsAsync(world.Message());
        world.Channel.IsDown = true;
        world.Time.Advance(TimeSpan.FromHours(24));

        await world.HearsAsync(world.Message());
    }

    private async Task BurstAsync()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => world.Forge.Token(header: static header => header["kid"] = Guid.NewGuid().ToString()));
        var message = world.Message();
        Assert.All(await Task.WhenAll(tokens.Select(token => world.PostAsync(((JsonObject)message.DeepClone()).ToJsonString(), $"Bearer {token}"))), static status => Assert.Equal(401, status));
    }
}
