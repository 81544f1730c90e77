using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Limits;

/// <summary>The limits at the front door.</summary>
public sealed class InboundGateTests : IAsyncLifetime
{
    private ForgedWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ForgedWorld.StartAsync(settings: ["--Limits:PersonPerTenSeconds=3", "--Limits:TenantPerTenSeconds=6"]);

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Whoever_Has_No_Good_Token_Uses_Up_Nobodys_Allowance()
    {
        using var unknown = new ForgedKey("somebody", "msteams");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await world.RefusesAsync(401, world.Message(), world.Forge.Token(signedBy: unknown));
            await world.RefusesAsync(403, world.Message().With("channelData.tenant.id", "another"));
            await world.RefusesAsync(400, world.Message().Without("type"));
        }

        await FillAsync("kim");
    }

    [Fact]
    public async Task Beyond_The_Limit_One_Turn_Tells_And_The_Rest_Is_Acknowledged_And_Not_Run()
    {
        await FillAsync("kim");
        var heard = new List<string?>();
        world.Bot.Turn = (turn, _) =>
        {
            heard.Add($"{turn.Activity.Type} {turn.Activity.Value} {turn.Activity.Text}");
            return Task.CompletedTask;
        };
        world.Time.Advance(TimeSpan.FromSeconds(2.5));

        await world.HearsAsync(world.Message("too much"));
        Assert.Equal(202, await world.PostAsync(world.Message("more")));
        Assert.Equal(202, await world.PostAsync(world.Message().With("type", "messageReaction")));

        Assert.Equal(["event 8 "], heard);
        await world.HearsAsync(world.Message(person: "lee"));
        world.Time.Advance(TimeSpan.FromSeconds(7.5));
        await world.HearsAsync(world.Message());
    }

    [Fact]
    public async Task Comings_And_Goings_Are_Never_Refused()
    {
        await FillAsync("kim");

        await world.HearsAsync(world.Message().With("type", "installationUpdate").With("action", "remove"));
        await world.HearsAsync(world.Message().With("type", "conversationUpdate"));
    }

    [Fact]
    public async Task An_Invoke_Beyond_The_Limit_Is_Answered_429_And_Not_Run()
    {
        await FillAsync("kim");

        await world.RefusesAsync(429, world.Message().With("type", "invoke").With("name", "signin/verifyState"));
    }

    [Fact]
    public async Task A_Tenant_Beyond_Its_Limit_Is_Told_Person_By_Person()
    {
        await FillAsync("kim");
        await FillAsync("lee");

        await world.HearsAsync(world.Message(person: "park"));
        Assert.Equal(202, await world.PostAsync(world.Message(person: "park")));

        Assert.Equal(7, world.Turns);
        Assert.Contains(world.Logs.All, static line => line.Contains("A tenant is over the limit", StringComparison.Ordinal));
    }

    private async Task FillAsync(string person)
    {
        for (var number = 0; number < 3; number++)
        {
            await world.HearsAsync(world.Message(person: person));
        }
    }
}
