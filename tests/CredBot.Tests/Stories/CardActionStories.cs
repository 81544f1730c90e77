using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Bot.Builder;
using CredBot.Bot.Schema;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>Clicks as the bot gets and answers them on the wire: late, twice, by somebody else, broken.</summary>
public sealed class CardActionStories
{
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Message = "application/vnd.microsoft.activity.message";

    [Theory]
    [InlineData("ko-KR", "임시 암호는 카드에서 지워졌습니다")]
    [InlineData("en-US", "The temporary password has been removed from this card")]
    [Statement(115)]
    [Statement(122)]
    public async Task A_Second_Click_On_What_Is_Done_Gets_The_Present_Card_And_Does_Nothing(string locale, string present)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        List<JsonNode> done = [mina.Button("answer", "yes").Action];
        await mina.ConfirmsResetAsync(world);
        done.Add(mina.Button("reveal").Action);
        await mina.ClicksAsync("reveal");
        await mina.ReadAsync();
        done.Add(mina.Button("hide").Action);
        await mina.ClicksAsync("hide");
        await world.PassAsync(TimeSpan.FromSeconds(5));
        var ledger = await world.LedgerAsync();
        await mina.ReadAsync();
        var (before, said) = (mina.Last, mina.Seen.Count);

        foreach (var action in done)
        {
            var (status, body) = await world.DeliverAsync(mina.Id, CardInvokes.Of(action));

            Assert.Equal(200, status);
            Assert.Equal(["statusCode", "type", "value"], body.EnumerateObject().Select(static member => member.Name));
            Assert.Equal((200, Card), (body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString()));
            Assert.Equal("AdaptiveCard", body.GetProperty("value").GetProperty("type").GetString());
            Assert.Contains(present, body.GetProperty("value").GetRawText(), StringComparison.Ordinal);
        }

        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        Assert.Equal(ledger.Count, (await world.LedgerAsync()).Count);
        Assert.Single(await world.ResetsAsync("daniel"));
        Assert.Equal((before, said), (mina.Last, mina.Seen.Count));
    }

    [Fact]
    [Statement(116)]
    public async Task A_Double_Click_Gets_Words_While_The_First_Is_Under_Way_And_Starts_Nothing_Twice()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var action = mina.Button("answer", "yes").Action;

        var first = await world.DeliverAsync(mina.Id, CardInvokes.Of(action));
        var second = await world.DeliverAsync(mina.Id, CardInvokes.Of(action));
        await mina.ReadAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.All([first, second], static answer =>
        {
            Assert.Equal((200, 200, Message), (answer.Status, answer.Body.GetProperty("statusCode").GetInt32(), answer.Body.GetProperty("type").GetString()));
            Assert.Equal(JsonValueKind.String, answer.Body.GetProperty("value").ValueKind);
        });
        Assert.Equal("It goes on when the verification is complete. Until then nothing is changed.", second.Body.GetProperty("value").GetString());
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("null", "BadRequest")]
    [InlineData("""{"trigger":"manual"}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"answer","data":{"answer":"yes"}},"trigger":"manual"}""", "NotSupported")]
    [InlineData("""{"action":{"type":"action.execute","verb":"answer","data":{"answer":"yes"}},"trigger":"manual"}""", "NotSupported")]
    [Statement(119)]
    public async Task A_Broken_Action_Is_Refused_With_400_And_The_Question_Still_Waits(string value, string code)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");

        var (status, body) = await world.DeliverAsync(mina.Id, new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = JsonNode.Parse(value) });
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((400, 400, "application/vnd.microsoft.error", code),
            (status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString(), body.GetProperty("value").GetProperty("code").GetString()));
        Assert.Empty(await world.LedgerAsync());
        await mina.ConfirmsResetAsync(world);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("manual", 1)]
    [InlineData("automatic", 0)]
    public async Task A_Click_That_Failed_Is_Answered_In_The_Cards_Own_Form_And_Nobody_Is_Told_Of_A_Refresh(string trigger, int told)
    {
        await using var world = await DemoWorld.StartAsync();
        var turn = new TurnContext(
            new Activity
            {
                Type = "invoke", Name = "adaptiveCard/action",
                Value = JsonDocument.Parse($$"""{"action":{"type":"Action.Execute","verb":"status"},"trigger":"{{trigger}}"}""").RootElement,
            },
            new(), "turn", world.Time.GetUtcNow());

        await world.Part<IBot>().OnTurnErrorAsync(turn, "c0ffee", TestContext.Current.CancellationToken);

        var body = turn.InvokeResponse!.Body!.Value;
        Assert.Equal((200, 500, "application/vnd.microsoft.error", "InternalServerError"),
            (turn.InvokeResponse.Status, body.GetProperty("statusCode").GetInt32(), body.GetProperty("type").GetString(), body.GetProperty("value").GetProperty("code").GetString()));
        Assert.Contains("c0ffee", body.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(told, turn.Effects.Count);
    }
}
