using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>A card that is looked at again, by its owner and by others.</summary>
public sealed class CardRefreshStories
{
    [Fact]
    [Statement(120)]
    public async Task The_Live_Card_Names_Its_Owner_Alone_By_The_Id_Seen_In_This_Chat()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await mina.ConfirmsResetAsync(world);

        var refresh = Content(mina).GetProperty("refresh");

        Assert.Equal([Mri(world, "mina")], refresh.GetProperty("userIds").EnumerateArray().Select(static id => id.GetString()));
        Assert.StartsWith("29:", Mri(world, "mina"), StringComparison.Ordinal);
        Assert.Equal("status", refresh.GetProperty("action").GetProperty("verb").GetString());
    }

    [Theory]
    [InlineData("ko-KR", "진행 중: Daniel Lee", "완료: Daniel Lee")]
    [InlineData("en-US", "Running: reset of Daniel Lee", "Done: Daniel Lee")]
    public async Task A_Card_That_Missed_Its_Updates_Is_Up_To_Date_When_It_Is_Opened_Again(string locale, string old, string now)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        await mina.ClicksAsync("answer", "yes");
        await world.FaultAsync(new { path = "/v3/conversations/", method = "PUT", kind = "status", status = 404 });
        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        await world.ClearFaultsAsync();
        await world.RestartBotAsync();
        await mina.ReadAsync();
        Assert.Contains(old, mina.Last, StringComparison.Ordinal);

        await mina.OpensAgainAsync();

        Assert.Contains(now, mina.Last, StringComparison.Ordinal);
        Assert.True(mina.Sees("reveal"));
    }

    [Fact]
    [Statement(121)]
    public async Task No_Automatic_Trigger_Changes_Anything_Whatever_Verb_It_Carries()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("may I reset daniel@hanbit.example's password?");
        var reset = mina.Button("reset").Action;
        await mina.SaysAsync("help");
        var ask = mina.Button("ask").Action;
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it");
        var yes = mina.Button("answer", "yes").Action;
        await NothingFollowsAsync(world, mina, yes, mina.Button("answer", "no").Action, reset, ask, With(yes, "state", "123456"));

        await mina.ConfirmsResetAsync(world);
        var reveal = mina.Button("reveal").Action;
        await NothingFollowsAsync(world, mina, reveal, yes, reset, ask);

        await mina.ClicksAsync("reveal");
        await mina.ReadAsync();
        await NothingFollowsAsync(world, mina, mina.Button("hide").Action, reveal);
        Assert.Contains("Temporary password", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Fact]
    public async Task A_Refresh_Never_Shows_The_Password_And_Never_Takes_It_Away()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        await mina.ConfirmsResetAsync(world);
        var refresh = JsonNode.Parse(Content(mina).GetProperty("refresh").GetProperty("action").GetRawText())!;
        await mina.ClicksAsync("reveal");
        await mina.ReadAsync();
        Assert.False(Content(mina).TryGetProperty("refresh", out _));

        var (_, shown) = await world.DeliverAsync("mina", CardInvokes.Of(refresh, "automatic"));
        await mina.ReadAsync();
        Assert.Equal("application/vnd.microsoft.activity.message", shown.GetProperty("type").GetString());
        Assert.Contains("Temporary password", mina.Last, StringComparison.Ordinal);

        await world.PassAsync(TimeSpan.FromSeconds(61));
        var (_, gone) = await world.DeliverAsync("mina", CardInvokes.Of(refresh, "automatic"));
        Assert.Contains("has been removed from this card", gone.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "요청한 사람만 사용할 수 있습니다")]
    [InlineData("en-US", "Only the person who asked can use this card")]
    public async Task Somebody_Else_Gets_A_View_Of_Their_Own_With_Nothing_To_Press_And_Nothing_To_Know(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        await mina.ConfirmsResetAsync(world);
        var refresh = JsonNode.Parse(Content(mina).GetProperty("refresh").GetProperty("action").GetRawText())!;

        var own = (await world.DeliverAsync("mina", CardInvokes.Of(refresh, "automatic"))).Body;
        var there = (await world.DeliverAsync("sora", CardInvokes.Of(refresh, "automatic"), chatOf: "mina")).Body;
        var elsewhere = (await world.DeliverAsync("sora", CardInvokes.Of(refresh, "automatic"))).Body;

        Assert.Contains("\"reveal\"", own.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("AdaptiveCard", there.GetProperty("value").GetProperty("type").GetString());
        Assert.Contains(sentence, there.GetRawText(), StringComparison.Ordinal);
        Assert.All(["Action.", "refresh", "daniel@hanbit.example", "forgot it", "휴가 후"], secret =>
            Assert.DoesNotContain(secret, there.GetRawText(), StringComparison.Ordinal));
        // Where the card does not stand, not even its headline is told.
        Assert.DoesNotContain("Daniel", elsewhere.GetRawText(), StringComparison.Ordinal);
        await mina.ReadAsync();
        Assert.True(mina.Sees("reveal"));
    }

    /// <summary>Brings each as a forged refresh and sees that nothing at all comes of it.</summary>
    private static async Task NothingFollowsAsync(DemoWorld world, Person person, params JsonNode[] actions)
    {
        await person.ReadAsync();
        var (ledger, seen) = (await world.LedgerAsync(), person.All);
        foreach (var action in actions)
        {
            var (_, body) = await world.DeliverAsync(person.Id, CardInvokes.Of(action, "automatic"));
            Assert.Equal(400, body.GetProperty("statusCode").GetInt32());
        }

        await world.PassAsync(TimeSpan.FromSeconds(5));
        await person.ReadAsync();
        Assert.Equal((ledger.Count, seen), ((await world.LedgerAsync()).Count, person.All));
    }

    private static JsonNode With(JsonNode action, string name, string value)
    {
        var copy = action.DeepClone();
        copy["data"]![name] = value;
        return copy;
    }

    private static JsonElement Content(Person person) => person.Seen[^1].GetProperty("attachments")[0].GetProperty("content");

    private static string? Mri(DemoWorld world, string person) => world.Dress(person, person, new JsonObject { ["type"] = "message" })["from"]!["id"]!.GetValue<string>();
}
