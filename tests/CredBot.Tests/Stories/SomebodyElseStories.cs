using System.Text.Json.Nodes;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>While one person is asked, another one of the same chat cannot end the question.</summary>
public sealed class SomebodyElseStories
{
    [Theory]
    [InlineData("""{"type":"Action.Execute","verb":"ask","data":{"answer":"faq-user-reset"}}""", "ko-KR", "다른 사람에게 한 것입니다")]
    [InlineData("""{"type":"Action.Execute","verb":"ask","data":{"answer":"faq-user-reset"}}""", "en-US", "That question was put to somebody else")]
    [InlineData("""{"type":"Action.Execute","verb":"reset","data":{"subject":"11111111-1111-4111-8111-111111111111"}}""", "ko-KR", "다른 사람에게 한 것입니다")]
    [InlineData("""{"type":"Action.Execute","verb":"reset","data":{"subject":"11111111-1111-4111-8111-111111111111"}}""", "en-US", "That question was put to somebody else")]
    public async Task A_Click_That_Would_Begin_Something_New_Is_Turned_Away(string action, string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        var click = world.Dress("sora", "mina", new JsonObject
        {
            ["type"] = "invoke",
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject { ["action"] = JsonNode.Parse(action), ["trigger"] = "manual" },
        }, locale);

        var (_, body) = await world.DeliverAsync(click.ToJsonString());
        Assert.Contains(sentence, JsonNode.Parse(body)!["value"]!.GetValue<string>(), StringComparison.Ordinal);

        await mina.ConfirmsResetAsync(world);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("ko-KR", "로그아웃", "로그아웃했습니다")]
    [InlineData("en-US", "sign out", "You are signed out")]
    public async Task Who_Signs_Out_Leaves_The_Question_Of_The_Other_Open(string locale, string words, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);

        await world.DeliverAsync(world.Dress("sora", "mina", new JsonObject { ["type"] = "message", ["text"] = words }, locale).ToJsonString());
        await mina.ReadAsync();
        Assert.Contains(sentence, mina.Last, StringComparison.Ordinal);

        await mina.ConfirmsResetAsync(world);
        Assert.Single(await world.ResetsAsync("daniel"));
    }
}
