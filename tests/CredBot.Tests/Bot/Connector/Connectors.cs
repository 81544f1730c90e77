using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Connector;

public sealed class Connectors
{
    [Theory]
    [Statement(66)]
    [InlineData("https://smba.trafficmanager.net/kr/")]
    [InlineData("https://smba.trafficmanager.net/kr")]
    [InlineData("https://smba.trafficmanager.net//kr///")]
    [InlineData("https://smba.trafficmanager.net/kr/?a=b#c")]
    public async Task Segments_Are_Encoded_And_No_Slash_Is_Doubled(string serviceUrl)
    {
        await using var wire = new Wire();
        var chat = Wire.Chat("19:ab@thread.tacv2;messageid=1/7", serviceUrl);
        const string conversation = "https://smba.trafficmanager.net/kr/v3/conversations/19%3Aab%40thread.tacv2%3Bmessageid%3D1%2F7/activities";

        await wire.SendAsync(chat);
        await wire.Connector.UpdateAsync(chat, "1:2@3;4=5", Wire.Message, TestContext.Current.CancellationToken);
        await wire.Connector.DeleteAsync(chat, "1:2@3;4=5", TestContext.Current.CancellationToken);

        Assert.Equal(
            [("POST", conversation), ("PUT", $"{conversation}/1%3A2%403%3B4%3D5"), ("DELETE", $"{conversation}/1%3A2%403%3B4%3D5")],
            wire.Calls.Select(static call => (call.Method, call.Url.AbsoluteUri)));
    }

    [Fact]
    [Statement(66)]
    public async Task A_Conversation_Without_An_Id_Is_Not_Called_At_All()
    {
        await using var wire = new Wire();

        Assert.Equal(new ConnectorResult.Refused(0, "NoConversation", false), await wire.SendAsync(Wire.Chat("")));

        Assert.Empty(wire.Calls);
    }

    [Fact]
    [Statement(67)]
    public async Task A_Message_Is_Addressed_From_The_Bot_To_The_Person_And_Has_No_Id()
    {
        await using var wire = new Wire();

        await wire.SendAsync(activity: Wire.Message with { Id = "from-elsewhere" });

        var sent = JsonDocument.Parse(Assert.Single(wire.Calls).Body).RootElement;
        Assert.False(sent.TryGetProperty("id", out _));
        Assert.Equal(
            ("28:bot", "29:kim", "a:1", "msteams"),
            (Id(sent, "from"), Id(sent, "recipient"), Id(sent, "conversation"), sent.GetProperty("channelId").GetString()));

        static string? Id(JsonElement activity, string member) => activity.GetProperty(member).GetProperty("id").GetString();
    }

    [Fact]
    [Statement(68)]
    public async Task A_Reply_Takes_The_Replys_Way_And_Everything_Else_The_Conversations()
    {
        await using var wire = new Wire();

        await wire.SendAsync(activity: Wire.Message with { ReplyToId = "17" });
        await wire.SendAsync();

        Assert.Equal(
            ["/kr/v3/conversations/a%3A1/activities/17", "/kr/v3/conversations/a%3A1/activities"], wire.Calls.Select(static call => call.Url.AbsolutePath));
    }

    [Theory]
    [Statement(69)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task Success_With_Nothing_In_It_Is_Success_Without_An_Id(int status)
    {
        await using var wire = new Wire();
        wire.Answer = _ => Wire.Reply(status, "");

        Assert.Equal(new ConnectorResult.Sent(""), await wire.SendAsync());
    }

    [Theory]
    [Statement(73)]
    [InlineData("""{"error":{"code":"BotNotInConversationRoster","message":"no","innerHttpError":{"statusCode":403}}}""", "BotNotInConversationRoster")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":\"no\",\"errorCode\":null}"}""", "MessageWritesBlocked")]
    [InlineData("""{"errorCode":209,"message":"words alone"}""", null)]
    [InlineData("""{"error":"words alone"}""", null)]
    [InlineData("""{"error":{"code":17}}""", null)]
    [InlineData("""[1,{"error":{}}]""", null)]
    [InlineData("null", null)]
    [InlineData("{\"error\":", null)]
    [InlineData("<html><body><h1>403 Forbidden</h1></body></html>", null)]
    [InlineData("", null)]
    public async Task Every_Shape_Of_An_Error_Is_Read_And_None_Throws(string body, string? code)
    {
        await using var wire = new Wire();
        wire.Answer = _ => Wire.Reply(403, body, "text/html; charset=made-up-1");

        Assert.Equal(new ConnectorResult.Refused(403, code, Unreachable: true), await wire.SendAsync());
    }

    [Theory]
    [Statement(71)]
    [Statement(81)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task A_Refusal_Is_Final(int status)
    {
        await using var wire = new Wire();
        wire.Answer = _ => Wire.Reply(status, """{"error":{"code":"Some"}}""");

        Assert.Equal(new ConnectorResult.Refused(status, "Some", status is 403), await wire.SendAsync());

        Assert.Single(wire.Calls);
    }

    [Fact]
    [Statement(70)]
    public async Task A_Thread_That_Throttled_Is_Left_Alone_Until_The_Time_It_Named()
    {
        await using var wire = new Wire();
        wire.Answer = static _ =>
        {
            var reply = Wire.Reply(429, "");
            reply.Headers.Add("Retry-After", "30");
            return reply;
        };

        Assert.Equal(new ConnectorResult.Failed(TimeSpan.FromSeconds(30)), await wire.SendAsync());
        wire.Answer = static _ => Wire.Reply(201, "");
        wire.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new ConnectorResult.Failed(TimeSpan.FromSeconds(20)) { Held = true }, await wire.SendAsync());
        Assert.IsType<ConnectorResult.Sent>(await wire.SendAsync(Wire.Chat("a:2")));
        wire.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.IsType<ConnectorResult.Sent>(await wire.SendAsync());
        Assert.Equal(3, wire.Calls.Count);
    }

    [Theory]
    [Statement(76)]
    [InlineData("http://smba.trafficmanager.net/kr/")]
    [InlineData("ftp://smba.trafficmanager.net/kr/")]
    [InlineData("https://52.113.0.1/kr/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("http://localhost/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://kim@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:pw@evil.com/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("https://smba.trafficmanager.net:80/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net.evil.com/")]
    [InlineData("https://evilsmba.trafficmanager.net/")]
    [InlineData("https://evil.com/smba.trafficmanager.net/")]
    [InlineData("https://evil.com?smba.trafficmanager.net")]
    [InlineData("https://evil.com#smba.trafficmanager.net")]
    [InlineData(@"https://evil.com\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smbа.trafficmanager.net/")]
    [InlineData("https://xn--smb-7cd.trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://teams.microsoft.com.evil.com/")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    public async Task An_Address_That_Is_Not_The_Channels_Gets_Nothing_And_No_Token_Is_Even_Fetched(string serviceUrl)
    {
        await using var wire = new Wire();
        var chat = Wire.Chat(serviceUrl: serviceUrl);

        ConnectorResult[] results =
        [
            await wire.SendAsync(chat),
            await wire.Connector.UpdateAsync(chat, "1", Wire.Message, TestContext.Current.CancellationToken),
            await wire.Connector.DeleteAsync(chat, "1", TestContext.Current.CancellationToken),
            await wire.Connector.CreateConversationAsync(chat, TestContext.Current.CancellationToken),
        ];

        Assert.All(results, static result => Assert.Equal(new ConnectorResult.Refused(0, "UntrustedServiceUrl", false), result));
        Assert.Empty(wire.Calls);
        Assert.Empty(wire.TokenCalls);
    }

    [Theory]
    [Statement(77)]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net/kr/22222222-2222-4222-8222-222222222222/")]
    [InlineData("https://smba.trafficmanager.net:443/apis")]
    [InlineData("https://SMBA.TrafficManager.NET/amer/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://directline.botframework.com/")]
    public async Task The_Channels_Own_Address_Is_Called_Whatever_Its_Path(string serviceUrl)
    {
        await using var wire = new Wire();

        Assert.IsType<ConnectorResult.Sent>(await wire.SendAsync(Wire.Chat(serviceUrl: serviceUrl)));

        var call = Assert.Single(wire.Calls);
        Assert.Equal("t1", call.Token);
        Assert.Equal($"{new Uri(serviceUrl).AbsoluteUri.TrimEnd('/')}/v3/conversations/a%3A1/activities", call.Url.AbsoluteUri);
    }

    [Theory]
    [Statement(81)]
    [InlineData("""{"error":{"code":"InvalidBotApiHost"}}""")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"InvalidBotApiHost\"}"}""")]
    public async Task A_Gcc_Tenant_Is_Called_Once_More_At_Its_Own_Host(string body)
    {
        await using var wire = new Wire();
        wire.Answer = call => call.Url.Host is "smba.trafficmanager.net" ? Wire.Reply(403, body) : Wire.Reply(201, """{"id":"m1"}""");

        var result = await wire.SendAsync();

        Assert.Equal(new ConnectorResult.Sent("m1") { MovedTo = "https://smba.infra.gcc.teams.microsoft.com/teams" }, result);
        Assert.Equal("https://smba.infra.gcc.teams.microsoft.com/teams/v3/conversations/a%3A1/activities", wire.Calls.Last().Url.AbsoluteUri);
        Assert.Equal(2, wire.Calls.Count);
        wire.Calls.Clear();
        wire.Answer = _ => Wire.Reply(403, body);
        Assert.Equal(new ConnectorResult.Refused(403, "InvalidBotApiHost", Unreachable: false), await wire.SendAsync());
        Assert.Equal(2, wire.Calls.Count);
    }

    [Theory]
    [Statement(82)]
    [InlineData("delay")]
    [InlineData("trace")]
    [InlineData("invokeResponse")]
    public async Task What_Is_Meant_For_The_Bot_Alone_Never_Reaches_The_Connector(string type)
    {
        await using var wire = new Wire();

        Assert.Equal(new ConnectorResult.Sent(""), await wire.SendAsync(activity: Wire.Message with { Type = type }));

        Assert.Empty(wire.Calls);
        Assert.Empty(wire.TokenCalls);
    }

    [Theory]
    [Statement(75)]
    [InlineData("msteams", 40_000, true)]
    [InlineData("msteams", 41_000, false)]
    [InlineData("directline", 261_000, true)]
    [InlineData("directline", 263_000, false)]
    public async Task A_Message_Larger_Than_Its_Channel_Takes_Is_Not_Sent(string channel, int letters, bool fits)
    {
        await using var wire = new Wire();

        // Korean: three bytes a letter in UTF-8, and still one unit.
        var result = await wire.SendAsync(Wire.Chat() with { ChannelId = channel }, Wire.Message with { Text = new string('가', letters) });

        Assert.Equal(fits ? new ConnectorResult.Sent("m1") : new ConnectorResult.Refused(413, "MessageSizeTooBig", false), result);
        Assert.Equal(fits ? 1 : 0, wire.Calls.Count);
    }
}
