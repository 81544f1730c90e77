using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Reset;

/// <summary>Who hears of a reset, and what they can do about it.</summary>
public sealed class ObjectionStories
{
    [Fact]
    [Security(33)]
    [Security(34)]
    public async Task The_Person_And_Their_Manager_Hear_Who_Did_What_And_When_And_No_Secret()
    {
        await using var world = await DemoWorld.StartAsync();
        var (daniel, olivia) = (world.Person("daniel"), world.Person("olivia"));
        var mina = await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        await daniel.ReadAsync();
        await olivia.ReadAsync();

        Assert.Contains("The help desk has reset your password", daniel.All, StringComparison.Ordinal);
        Assert.Contains("The help desk has reset Daniel Lee's password", olivia.All, StringComparison.Ordinal);
        Assert.All(new[] { daniel, olivia }, static person =>
        {
            Assert.Contains("이미나 (Lee Mina)", person.All, StringComparison.Ordinal);
            Assert.True(person.Sees("objectToReset"));
            Assert.DoesNotContain("Monospace", string.Join('\n', person.Seen.Select(static message => message.GetRawText())), StringComparison.Ordinal);
        });
    }

    [Fact]
    [Security(33)]
    public async Task A_Request_That_Came_To_Nothing_Is_Told_Too()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForProofAsync();
        await mina.ClicksAsync("verifyStop");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();

        Assert.Contains("A reset of your password was asked for and did not happen", daniel.All, StringComparison.Ordinal);
        Assert.Empty(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("daniel")]
    [InlineData("olivia")]
    [Security(35)]
    public async Task This_Was_Not_Me_Withdraws_The_Password_Freezes_And_Alarms(string objector)
    {
        await using var world = await DemoWorld.StartAsync($"--Reset:OnCall:0={DemoWorld.IdOf("grace")}");
        var mina = await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        Assert.True(mina.Sees("reveal"));
        var person = world.Person(objector);
        await person.ReadAsync();

        var answer = await person.ClicksAsync("objectToReset");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        var grace = world.Person("grace");
        await grace.ReadAsync();

        Assert.Contains("Further resets are stopped", answer.GetRawText(), StringComparison.Ordinal);
        Assert.False(mina.Sees("reveal"));
        Assert.Contains("Alarm: somebody says that a request was not theirs", grace.All, StringComparison.Ordinal);
        Assert.Contains("resets are stopped", (await world.AsksAgainAsync("aiko")).Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    [Security(1)]
    [Security(32)]
    public async Task A_Stranger_Who_Forges_An_Objection_Learns_And_Stops_Nothing()
    {
        await using var world = await DemoWorld.StartAsync();
        await world.AsksAgainAsync("mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));
        var daniel = world.Person("daniel");
        await daniel.ReadAsync();
        var action = daniel.Button("objectToReset").Action;
        var sora = world.Person("sora");

        var known = await sora.InvokeAsync(action);
        action["data"]!["operation"] = "reset-0123456789abcdef01234567";
        var unknown = await sora.InvokeAsync(action);

        Assert.Equal(known.GetProperty("value").GetString(), unknown.GetProperty("value").GetString());
        await world.Person("mina").ReadAsync();
        Assert.True(world.Person("mina").Sees("reveal"));
    }
}
