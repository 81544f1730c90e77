using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Bot.Schema;
using CredBot.Tests.Conformance;

namespace CredBot.Tests.Bot.Schema;

/// <summary>Source of the rules: the Bot Framework «Activity» specification.</summary>
public sealed class ActivityTests
{
    [Fact]
    [Statement(45)]
    public void Members_That_Nobody_Knows_Survive_Reading_And_Writing_At_Every_Level()
    {
        const string wire = """
            {"type":"message","from":{"id":"29:x","tag":1},"conversation":{"id":"a:1","tag":2},"recipient":{"id":"28:b","tag":3},"value":{"tag":4},"channelData":{"tag":5},
            "attachments":[{"contentType":"t","content":{"tag":6},"tag":7}],"entities":[{"type":"odd","tag":8}],
            "suggestedActions":{"actions":[{"type":"imBack","tag":9}],"tag":10},"membersAdded":[{"id":"a","tag":11}],"membersRemoved":[{"id":"a","tag":12}],
            "tag":{"deep":[13]},"timestamp":"2026-11-24T09:00:00.123Z","localTimezone":"Asia/Seoul"}
            """;

        var written = JsonSerializer.Serialize(Read(wire), BotJson.Wire.Activity);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(wire), JsonNode.Parse(written)), written);
    }

    [Fact]
    [Statement(46)]
    public void Nulls_Are_Left_Out_And_Names_Are_Camel_Case() =>
        Assert.Equal("""{"type":"message","textFormat":"plain"}""",
            JsonSerializer.Serialize(new Activity { Type = "message", TextFormat = "plain" }, BotJson.Wire.Activity));

    [Fact]
    [Statement(47)]
    public void Other_Letter_Case_Is_Understood_Wherever_A_Name_Is_Looked_For()
    {
        var activity = Read("""
            {"Type":"message","TEXT":"<at>Bot</at> hi","From":{"Id":"29:x","AadObjectId":"o"},"Recipient":{"Id":"28:b"},"ChannelData":{"Tenant":{"Id":"t"}},
            "Entities":[{"Type":"mention","Mentioned":{"Id":"28:b"},"Text":"<at>Bot</at>"}],"Value":{"Verb":"x"}}
            """);

        Assert.Equal(("message", "hi", "o", "t", "x"), (activity.Type, activity.TextWithoutBotMention(), activity.ActorId, activity.TenantId, activity.Value.Member("verb").String()));
    }

    [Fact]
    public void The_Exact_Name_Goes_Before_Another_Letter_Case() =>
        Assert.Equal("t", Read("""{"type":"message","channelData":{"Tenant":{"id":"u"},"tenant":{"id":"t"}}}""").TenantId);

    [Theory]
    [InlineData("""{"type":"message","value":{"verb":"x"}}""")]
    [InlineData("""{"type":"message","value":"{\"verb\":\"x\"}"}""")]
    [Statement(48)]
    public void A_Value_As_An_Object_Or_As_Json_In_A_String_Means_The_Same(string wire) =>
        Assert.Equal("x", Read(wire).Unpacked().Value.Member("verb").String());

    [Fact]
    public void Nesting_Beyond_The_Limit_Is_Refused() =>
        Assert.Throws<JsonException>(static () => Read("""{"type":"message","value":""" + new string('[', 100) + new string(']', 100) + "}"));

    [Theory]
    [InlineData("[x")]
    [InlineData("{\\\"a\\\":")]
    [InlineData("words")]
    public void Words_That_Only_Look_Like_Json_Stay_Words(string words) =>
        Assert.Equal(JsonValueKind.String, Read($$"""{"type":"message","value":"{{words}}"}""").Unpacked().Value!.Value.ValueKind);

    [Fact]
    public void A_Reference_Keeps_No_Member_That_Nobody_Knows()
    {
        var reference = Read("""{"type":"message","from":{"id":"29:x","email":"a@b"},"recipient":{"id":"28:b","$type":"T"},"conversation":{"id":"c","$type":"T"}}""").Reference;

        Assert.Equal("""{"user":{"id":"29:x"},"bot":{"id":"28:b"},"conversation":{"id":"c"}}""", JsonSerializer.Serialize(reference, BotJson.Wire.ConversationReference));
    }

    [Theory]
    [InlineData("<at>CredBot</at> hello <at>Kim</at>", "<at>CredBot</at>", "CredBot", "hello <at>Kim</at>")]
    [InlineData("<at>C++ (bot)</at> hello", "<at>C++ (bot)</at>", "C++ (bot)", "hello")]
    [InlineData("<at>CredBot</at> hello", null, "CredBot", "hello")]
    [Statement(50)]
    [Statement(51)]
    [Statement(52)]
    public void Only_The_Bots_Own_Mention_Is_Taken_Out(string text, string? mention, string name, string left)
    {
        var words = mention is null ? "" : $",\"text\":\"{mention}\"";
        var entity = $$$"""{"type":"mention","mentioned":{"id":"28:bot","name":"{{{name}}}"}{{{words}}}}""";
        var other = """{"type":"mention","mentioned":{"id":"29:kim","name":"Kim"},"text":"<at>Kim</at>"}""";
        var activity = Read($$"""{"type":"message","text":"{{text}}","recipient":{"id":"28:bot"},"entities":[{{entity}},{{other}}]}""");

        Assert.Equal(left, activity.TextWithoutBotMention());
        Assert.Equal(2, activity.Entities!.Count);
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, BotJson.Wire.Activity)!;
}
