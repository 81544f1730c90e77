using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.Stories.Reset;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>Whatever comes in, the person concerned gets a clear sentence, in Korean and in English, and nothing is lost.</summary>
public sealed class BadInputStories
{
    public static TheoryData<string> Languages => ["ko-KR", "en-US"];

    [Theory]
    [Statement(33)]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":7}""")]
    public async Task Malformed_Json_Is_Refused_With_400(string body)
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal(400, (await world.DeliverAsync(body)).Status);
    }

    [Fact]
    [Statement(43)]
    public async Task A_Body_Over_The_Limit_Is_Refused_Before_It_Is_Parsed()
    {
        await using var world = await DemoWorld.StartAsync();

        Assert.Equal(413, (await world.DeliverAsync(new string('x', 1024 * 1024 + 1))).Status);
    }

    [Theory]
    [Statement(35)]
    [InlineData("handoff")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("tomorrowsType")]
    public async Task An_Activity_Of_Another_Type_Is_Acknowledged_And_Left_Alone(string type)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var before = sora.Seen.Count;
        var activity = world.Dress("sora", "sora", new JsonObject { ["type"] = type });

        Assert.Equal(202, (await world.DeliverAsync(activity.ToJsonString())).Status);

        await sora.ReadAsync();
        Assert.Equal(before, sora.Seen.Count);
    }

    [Theory]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[null]}""")]
    [InlineData("""{"type":"message","text":"hello","entities":[null]}""")]
    [Statement(62)]
    public async Task A_Hole_In_A_List_Is_No_Reason_To_Apologise(string members)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var activity = world.Dress("sora", "sora", new JsonObject { ["type"] = "message", ["text"] = "x" });
        foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
        {
            activity[name] = value?.DeepClone();
        }

        Assert.Equal(202, (await world.DeliverAsync(activity.ToJsonString())).Status);

        await sora.ReadAsync();
        Assert.DoesNotContain("something went wrong", sora.All, StringComparison.Ordinal);
    }

    [Theory]
    [Statement(36)]
    [InlineData("teamRenamed")]
    [InlineData("tomorrowsEvent")]
    public async Task A_Conversation_Update_Of_Another_Kind_Is_Acknowledged_And_Ignored(string kind)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var before = sora.Seen.Count;
        var activity = world.Dress("sora", "sora", new JsonObject { ["type"] = "conversationUpdate" });
        activity["channelData"]!["eventType"] = kind;

        Assert.Equal(202, (await world.DeliverAsync(activity.ToJsonString())).Status);

        await sora.ReadAsync();
        Assert.Equal(before, sora.Seen.Count);
    }

    [Theory]
    [Statement(34)]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_Invoke_Without_A_Name_Changes_Nothing(string? name)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var (message, action) = mina.Button("answer", "yes");
        var click = world.Dress("mina", "mina", Invoke(action, message.GetProperty("id").GetString()));
        click["name"] = name;

        Assert.Equal(501, (await world.DeliverAsync(click.ToJsonString())).Status);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Empty(await world.ResetsAsync("daniel"));
        await mina.ReadAsync();
        Assert.True(mina.Sees("answer"));
    }

    [Fact]
    [Statement(84)]
    public async Task An_Invoke_Nobody_Knows_Is_Answered_501()
    {
        await using var world = await DemoWorld.StartAsync();
        var activity = world.Dress("sora", "sora", new JsonObject { ["type"] = "invoke", ["name"] = "config/fetch" });

        Assert.Equal(501, (await world.DeliverAsync(activity.ToJsonString())).Status);
    }

    [Theory]
    [InlineData("ko-KR", "메시지가 너무 깁니다")]
    [InlineData("en-US", "That message is too long")]
    public async Task A_Text_Of_200_KB_Is_Answered_With_A_Request_To_Be_Short(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = locale;
        await sora.SaysAsync(locale is "ko-KR" ? "안녕하세요" : "hello");

        await sora.SaysAsync(new string('x', 200_000));

        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "다른 사람에게 한 것입니다")]
    [InlineData("en-US", "That question was put to somebody else")]
    [Statement(91)]
    public async Task A_Click_By_Another_Person_Moves_Nothing(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        var (message, action) = mina.Button("answer", "yes");
        var click = world.Dress("sora", "mina", Invoke(action, message.GetProperty("id").GetString()), locale);

        var (status, body) = await world.DeliverAsync(click.ToJsonString());
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(200, status);
        Assert.Contains(sentence, JsonNode.Parse(body)!["value"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("ko-KR", "요청한 사람만 사용할 수 있습니다")]
    [InlineData("en-US", "Only the person who asked can use this card")]
    [Statement(91)]
    [Security(32)]
    public async Task A_Forged_Click_On_Somebody_Elses_Operation_Shows_Nothing(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);
        await mina.ConfirmsResetAsync(world);
        var sora = world.Person("sora");
        sora.Locale = locale;
        await sora.SaysAsync(locale is "ko-KR" ? "안녕하세요" : "hello");

        var answer = await sora.InvokeAsync(mina.Button("reveal").Action);

        Assert.Contains(sentence, answer.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Temporary password", sora.All, StringComparison.Ordinal);
        await mina.ReadAsync();
        Assert.True(mina.Sees("reveal"));
    }

    [Theory]
    [InlineData("""{"type":"Action.Execute","verb":"answer","data":{"messageKey":"forged","answer":"yes"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"answer","data":{"messageKey":["x"],"answer":{"a":1}}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"reveal","data":{"operation":"reset-0000"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"reset","data":{"subject":"not a guid"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"ask","data":{"answer":"drop-table"}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"nonsense","data":null}""")]
    [InlineData("""{"type":"Action.Execute","verb":"reveal","data":[1,2]}""")]
    [InlineData("""{"type":"Action.Execute","verb":"answer","data":null}""")]
    [InlineData("""{"type":"Action.Execute","verb":"answer","data":[1]}""")]
    [InlineData("""{"type":"Action.Execute","verb":"answer","data":"yes"}""")]
    [Security(1)]
    public async Task A_Forged_Card_Payload_Is_Answered_And_Changes_Nothing(string action)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");

        var answer = await mina.InvokeAsync(JsonNode.Parse(action)!);
        await world.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.NotEmpty(answer.GetProperty("value").GetString()!);
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("ko-KR", "찾지 못했습니다")]
    [InlineData("en-US", "I found nobody")]
    public async Task An_Emoji_As_A_Name_Finds_Nobody_And_Asks_Again(string locale, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = locale;
        await mina.SaysAsync(locale is "ko-KR" ? "도움말" : "help");
        await mina.ClicksAsync("ask", "helpdesk-reset");

        await mina.SaysAsync("😀");

        Assert.Contains(sentence, mina.All, StringComparison.Ordinal);
        Assert.Contains(locale is "ko-KR" ? "누구의 암호를" : "Whose password", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_New_Request_While_A_Choice_Is_Offered_Is_Taken_As_One()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("Reset Daniel Lee's password");

        await mina.SaysAsync("how do I reset my own password?");

        Assert.Contains("You can reset your password yourself", mina.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_That_Are_No_Choice_Bring_The_Buttons_Again()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("Reset Daniel Lee's password");

        await mina.SaysAsync("the tall one");

        Assert.Contains("Which one?", mina.Last, StringComparison.Ordinal);
        Assert.Equal(mina.Seen[^1].GetProperty("id").GetString(), mina.Button("answer").Message.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("ko-KR", "nobody@hanbit.example 비밀번호 재설정해 주세요", "찾지 못했습니다", "누구의 암호를")]
    [InlineData("en-US", "reset nobody@hanbit.example's password", "I found nobody", "Whose password")]
    public async Task An_Unknown_User_Is_Named_And_Asked_For_Again(string locale, string text, string nobody, string question)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = locale;

        await mina.SaysAsync(text);

        Assert.Contains(nobody, mina.All, StringComparison.Ordinal);
        Assert.Contains(question, mina.Last, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_Restart_In_Mid_Dialog_Loses_Nothing(string locale)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        mina.Locale = locale;
        await mina.SaysAsync(locale is "ko-KR" ? "daniel@hanbit.example 비밀번호 재설정해 주세요" : "reset daniel@hanbit.example's password");

        await world.RestartBotAsync();
        await mina.SaysAsync(locale is "ko-KR" ? "휴가 후 암호를 잊음" : "forgot it over the holidays");
        await world.RestartBotAsync();
        await mina.ConfirmsResetAsync(world);

        Assert.Contains(locale is "ko-KR" ? "완료: Daniel Lee" : "Done: Daniel Lee", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData("ko-KR", "도움말", "CredBot은 암호나 인증 코드를 절대 묻지 않습니다", "취소", "취소했습니다")]
    [InlineData("en-US", "help", "CredBot never asks for a password", "cancel", "Cancelled")]
    [Statement(148)]
    [Security(6)]
    public async Task Help_And_Cancel_Work_In_The_Middle_Of_A_Question(string locale, string help, string helped, string cancel, string cancelled)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync(locale);

        await mina.SaysAsync(help);
        Assert.Contains(helped, mina.All, StringComparison.Ordinal);
        Assert.True(mina.Sees("answer"));

        await mina.SaysAsync(cancel);
        Assert.Contains(cancelled, mina.Last, StringComparison.Ordinal);
        Assert.Empty(await world.LedgerAsync());
    }

    [Theory]
    [InlineData("groupChat", "ko-KR", "비밀번호 재설정 어떻게 해요?", "개인 채팅으로 보내 주세요")]
    [InlineData("channel", "en-US", "reset daniel@hanbit.example's password", "Please write to me in private")]
    [Statement(109)]
    public async Task In_A_Group_Nothing_About_Accounts_Is_Discussed(string kind, string locale, string text, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        (mina.ConversationType, mina.Locale) = (kind, locale);

        await mina.SaysAsync(text);

        Assert.Contains(sentence, mina.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "피자 한 판 주문해 줘", "도와드릴 수 없는 일")]
    [InlineData("en-US", "what is the weather in Paris tomorrow", "I cannot help with that")]
    public async Task What_Is_Not_Ours_Is_Declined_Kindly(string locale, string text, string sentence)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        sora.Locale = locale;

        await sora.SaysAsync(text);

        Assert.Contains(sentence, sora.Last, StringComparison.Ordinal);
    }

    [Fact]
    [Statement(54)]
    public async Task The_Bot_Welcomes_Once()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();

        Assert.Single(sora.Seen, static message => message.GetRawText().Contains("Hello, this is CredBot", StringComparison.Ordinal));
    }

    private static JsonObject Invoke(JsonNode action, string? replyToId) => new()
    {
        ["type"] = "invoke",
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = replyToId,
        ["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" },
    };
}
