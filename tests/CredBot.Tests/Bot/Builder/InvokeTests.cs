using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Builder;

/// <summary>Invokes of every kind, brought by the channel.</summary>
public sealed class InvokeTests
{
    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("composeExtension/submitAction")]
    [InlineData("message/fetchTask")]
    [InlineData("actionableMessage/executeAction")]
    [InlineData("handoff/action")]
    [InlineData("task/Fetch")]
    [InlineData("")]
    [InlineData(null)]
    [Statement(84)]
    [Statement(85)]
    public async Task An_Invoke_That_Nobody_Answers_Is_A_501_And_Says_Nothing(string? name)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var before = sora.All;

        var answer = await world.InvokesAsync("sora", name, new JsonObject());
        await sora.ReadAsync();

        Assert.Equal((501, ""), answer);
        Assert.Equal(before, sora.All);
    }

    [Fact]
    [Statement(85)]
    public async Task An_Answer_Without_A_Body_Is_An_Empty_200()
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal((200, ""), await world.InvokesAsync("sora", "signin/failure", new JsonObject { ["code"] = "x" }));
    }

    [Theory]
    [InlineData("ko-KR", "도움말", "안녕하세요, CredBot입니다", "CredBot은 암호나 인증 코드를 절대 묻지 않습니다")]
    [InlineData("en-US", "hello", "Hello, this is CredBot", "CredBot never asks for a password")]
    [Statement(83)]
    [Statement(87)]
    public async Task A_Fetched_Task_Is_The_Help_And_Nothing_Is_Wrapped_Around_It(string locale, string greeting, string title, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = locale;
        await sora.SaysAsync(greeting);
        // Slow as they may be, neither Graph nor the token service is asked: the answer does not wait for anybody.
        await world.FaultAsync(new { path = "/demo/graph/|/demo/botservice/api/", kind = "slow", seconds = 60 });

        var (status, body) = await world.InvokesAsync("sora", "task/fetch", new JsonObject { ["data"] = new JsonObject(), ["context"] = new JsonObject { ["theme"] = "dark" } });

        Assert.Equal(200, status);
        var root = JsonNode.Parse(body)!.AsObject();
        Assert.Equal("task", Assert.Single(root).Key);
        Assert.Equal("continue", root["task"]!["type"]!.GetValue<string>());
        var value = root["task"]!["value"]!;
        Assert.Equal(title, value["title"]!.GetValue<string>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", value["card"]!["contentType"]!.GetValue<string>());
        Assert.Contains(sentence, value["card"]!["content"]!.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    [Statement(87)]
    public async Task A_Submitted_Task_Is_Closed_By_An_Empty_Body()
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal((200, ""), await world.InvokesAsync("sora", "task/submit", new JsonObject { ["data"] = new JsonObject { ["verb"] = "reveal" } }));
    }

    [Theory]
    [InlineData("""{"type":"fileUpload","action":"upload"}""")]
    [InlineData("""{"type":"fileUpload"}""")]
    [InlineData("""{"type":"fileUpload","action":{"a":1}}""")]
    [InlineData("""[]""")]
    [InlineData(null)]
    [Statement(88)]
    public async Task A_File_Consent_That_Is_Neither_Yes_Nor_No_Is_A_400(string? value)
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal((400, ""), await world.InvokesAsync("sora", "fileConsent/invoke", value is null ? null : JsonNode.Parse(value)));
    }

    [Theory]
    [InlineData("accept", true)]
    [InlineData("decline", false)]
    public async Task A_File_Is_Declined_And_Nothing_Is_Uploaded(string action, bool told)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var consent = new JsonObject
        {
            ["type"] = "fileUpload", ["action"] = action,
            ["uploadInfo"] = new JsonObject { ["uploadUrl"] = $"{world.Http.BaseAddress}demo/graph/v1.0/me" },
        };

        var answer = await world.InvokesAsync("sora", "fileConsent/invoke", consent);
        await sora.ReadAsync();

        Assert.Equal((200, ""), answer);
        Assert.Equal(told, sora.All.Contains("I do not send files", StringComparison.Ordinal));
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"my password is Sommer\"}"}}""", "like; with words: True")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"\"}"}}""", "dislike; with words: False")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":"}}""", "dislike; with words: False")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"Sommer","feedback":"[1]"}}""", "other; with words: False")]
    [InlineData("""{"actionName":"feedback","actionValue":"Sommer"}""", "other; with words: False")]
    [InlineData("""{"actionName":"feedback"}""", "other; with words: False")]
    [Statement(89)]
    public async Task Feedback_Is_Counted_And_Its_Words_Are_Kept_Nowhere(string value, string rated)
    {
        await using var world = await DemoWorld.StartAsync();

        var answer = await world.InvokesAsync("sora", "message/submitAction", JsonNode.Parse(value));

        Assert.Equal((200, ""), answer);
        Assert.Single(world.Logs.All, line => line.Contains($"An answer was rated: {rated}", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Logs.All, static line => line.Contains("Sommer", StringComparison.Ordinal));
    }

    [Fact]
    [Statement(90)]
    public async Task Invokes_Pass_A_Waiting_Question_By()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");
        var before = mina.All;

        foreach (var name in new[] { "signin/tokenExchange", "signin/verifyState", "signin/failure", "task/fetch", "task/submit", "message/submitAction", "config/fetch" })
        {
            await world.InvokesAsync("mina", name, new JsonObject { ["state"] = "123456", ["id"] = "x", ["actionName"] = "feedback" });
        }

        await mina.InvokeAsync(JsonNode.Parse("""{"type":"Action.Execute","verb":"answer","data":{"messageKey":"old","answer":"yes"}}""")!);
        Assert.Equal(before, mina.All);

        await mina.SaysAsync("forgot it over the holidays");
        Assert.True(mina.Sees("answer"));
    }

    [Theory]
    [InlineData("suggestedAction/submit")]
    [InlineData("suggestedActions/submit")]
    [Statement(92)]
    public async Task A_Suggested_Action_Answers_The_Question_However_Its_Invoke_Is_Spelt(string name)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var value = mina.Button("answer", "yes").Action["data"]!.DeepClone().AsObject();
        value["verb"] = "answer";

        var answer = await world.InvokesAsync("mina", name, value);
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Equal((200, ""), answer);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("suggestedAction/submit")]
    [InlineData("suggestedActions/submit")]
    [Statement(91)]
    public async Task A_Suggested_Action_Of_Another_Person_Does_Not_Act(string name)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var value = mina.Button("answer", "yes").Action["data"]!.DeepClone().AsObject();
        value["verb"] = "answer";

        var answer = await world.InvokesAsync("sora", name, value, chatOf: "mina");
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal((200, ""), answer);
        Assert.Empty(await world.LedgerAsync());
        Assert.Equal((400, ""), await world.InvokesAsync("mina", name, JsonNode.Parse("""{"no":"verb"}""")));
    }

    [Fact]
    [Statement(86)]
    public async Task Replies_That_Are_Waited_For_Are_In_The_Answer_And_Nowhere_Else()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var before = sora.Seen.Count;
        var message = world.Dress("sora", "sora", new JsonObject { ["type"] = "message", ["text"] = "what is the weather in Paris tomorrow" });
        message["deliveryMode"] = "expectReplies";

        var (status, body) = await world.DeliverAsync(message.ToJsonString());

        Assert.Equal(200, status);
        var root = JsonNode.Parse(body)!.AsObject();
        Assert.Equal("activities", Assert.Single(root).Key);
        var reply = Assert.Single(root["activities"]!.AsArray())!;
        Assert.Contains("I cannot help with that", reply["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(message["id"]!.GetValue<string>(), reply["replyToId"]!.GetValue<string>());
        Assert.Equal(message["from"]!["id"]!.GetValue<string>(), reply["recipient"]!["id"]!.GetValue<string>());
        Assert.Equal(message["recipient"]!["id"]!.GetValue<string>(), reply["from"]!["id"]!.GetValue<string>());
        Assert.Null(reply["id"]);

        // Stored, and the answer lost on its way: the second delivery finds the same, also in another life of the bot.
        await world.RestartBotAsync();
        Assert.Equal((200, body), await world.DeliverAsync(message.ToJsonString()));
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await sora.ReadAsync();
        Assert.Equal(before, sora.Seen.Count);
    }
}
