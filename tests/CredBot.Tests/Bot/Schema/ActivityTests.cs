using System.Text.Json;
using CredBot.Bot.Schema;

namespace CredBot.Tests.Bot.Schema;

/// <summary>Source of the rules: the Bot Framework «Activity» specification.</summary>
public sealed class ActivityTests
{
    [Fact]
    public void Members_That_Nobody_Knows_Survive_Reading_And_Writing()
    {
        const string wire = """{"type":"message","future":{"a":[1]},"from":{"id":"29:x","tag":"t"},"conversation":{"id":"a:1","flag":true},"entities":[{"type":"odd","x":1}]}""";

        var written = JsonSerializer.Serialize(Read(wire), BotJson.Wire.Activity);

        Assert.Contains("\"future\":{\"a\":[1]}", written, StringComparison.Ordinal);
        Assert.Contains("\"tag\":\"t\"", written, StringComparison.Ordinal);
        Assert.Contains("\"flag\":true", written, StringComparison.Ordinal);
        Assert.Contains("\"x\":1", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_Are_Left_Out_And_Names_Are_Camel_Case() =>
        Assert.Equal("""{"type":"message","textFormat":"plain"}""",
            JsonSerializer.Serialize(new Activity { Type = "message", TextFormat = "plain" }, BotJson.Wire.Activity));

    [Fact]
    public void Other_Letter_Case_Is_Understood() => Assert.Equal(("message", "hi"), (Read("""{"Type":"message","TEXT":"hi"}""").Type, Read("""{"Type":"message","TEXT":"hi"}""").Text));

    [Theory]
    [InlineData("""{"type":"message","value":{"verb":"x"}}""")]
    [InlineData("""{"type":"message","value":"{\"verb\":\"x\"}"}""")]
    public void A_Value_As_An_Object_Or_As_Json_In_A_String_Means_The_Same(string wire) =>
        Assert.Equal("x", Read(wire).Unpacked().Value.Member("verb").String());

    [Fact]
    public void Nesting_Beyond_The_Limit_Is_Refused() =>
        Assert.Throws<JsonException>(static () => Read("""{"type":"message","value":""" + new string('[', 100) + new string(']', 100) + "}"));

    [Theory]
    [InlineData("<at>CredBot</at> hello <at>Kim</at>", "<at>CredBot</at>", "CredBot", "hello <at>Kim</at>")]
    [InlineData("<at>C++ (bot)</at> hello", "<at>C++ (bot)</at>", "C++ (bot)", "hello")]
    [InlineData("<at>CredBot</at> hello", null, "CredBot", "hello")]
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
