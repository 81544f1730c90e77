using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>What goes over the wire in both directions, through the front door.</summary>
public sealed class WireStories
{
    private const int DepthLimit = CredBot.Bot.Schema.WireText.Depth;

    [Fact]
    [Statement(46)]
    [Statement(61)]
    public async Task All_That_Is_Sent_Has_Camel_Case_Names_And_No_Nulls_And_No_Suggestions_Beside_A_Card()
    {
        var outgoing = new OutgoingBodies();
        await using var world = await DemoWorld.StartAsync(outgoing.Watch);
        var answers = await EverythingIsSaidAsync(world);

        Assert.True(outgoing.Messages.Count() > 12, $"{outgoing.Messages.Count()}");
        Assert.Contains(outgoing.All, static sent => sent.Path.Contains("/usertoken/exchange", StringComparison.Ordinal));
        Assert.Contains(outgoing.All, static sent => sent.Path.EndsWith("/resetPassword", StringComparison.Ordinal));
        Assert.All(outgoing.All.Select(static sent => sent.Body).Concat(answers), static body => Walk(body, "$"));
        Assert.All(outgoing.Messages, static message =>
            Assert.False(message.TryGetProperty("suggestedActions", out _) && message.TryGetProperty("attachments", out _), message.GetRawText()));
    }

    [Fact]
    [Statement(47)]
    public async Task A_Message_In_Pascal_Case_Is_Heard_And_Its_Speaker_Known()
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();

        var (status, _) = await world.DeliverAsync(Pascal(Message(world, "how do I reset my password?"))!.ToJsonString());
        await sora.ReadAsync();

        Assert.Equal(202, status);
        Assert.Contains("You can reset your password yourself", sora.Last, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Statement(48)]
    public async Task A_Click_And_The_Channels_Data_Mean_The_Same_As_Objects_And_As_Json_In_A_String(bool packed)
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = await world.AskedForConfirmationAsync("en-US");
        var (message, action) = mina.Button("answer", "yes");
        var click = world.Dress("mina", "mina", new JsonObject
        {
            ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["replyToId"] = message.GetProperty("id").GetString(),
            ["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" },
        });
        foreach (var name in packed ? new[] { "value", "channelData" } : [])
        {
            click[name] = click[name]!.ToJsonString();
        }

        var (status, _) = await world.DeliverAsync(click.ToJsonString());
        await mina.ReadAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();

        Assert.Equal(200, status);
        Assert.Contains("Done: Daniel Lee", mina.Last, StringComparison.Ordinal);
        Assert.Single(await world.ResetsAsync("daniel"));
    }

    [Theory]
    [InlineData(DepthLimit - 1, 202)]
    [InlineData(DepthLimit, 400)]
    [InlineData(100_000, 400)]
    [Statement(49)]
    public async Task Nesting_Deeper_Than_The_Limit_Is_Refused(int depth, int expected)
    {
        await using var world = await DemoWorld.StartAsync();
        var body = Message(world, "hello").ToJsonString();

        var (status, _) = await world.DeliverAsync($"{body[..^1]},\"odd\":{Nested(depth)}}}");

        Assert.Equal(expected, status);
        Assert.Equal(202, (await world.DeliverAsync(Message(world, "hello").ToJsonString())).Status);
    }

    [Theory]
    [InlineData("value", DepthLimit, 202)]
    [InlineData("value", DepthLimit + 1, 400)]
    [InlineData("channelData", 100_000, 400)]
    [Statement(49)]
    public async Task Nesting_Within_A_String_Of_Json_Is_Held_To_The_Limit_Too(string member, int depth, int expected)
    {
        await using var world = await DemoWorld.StartAsync();
        var message = Message(world, "hello");
        message[member] = Nested(depth);

        Assert.Equal(expected, (await world.DeliverAsync(message.ToJsonString())).Status);
    }

    [Fact]
    [Statement(53)]
    public async Task A_Cards_Submit_Is_No_Answer_To_A_Question_In_Words()
    {
        await using var world = await DemoWorld.StartAsync();
        var mina = world.Person("mina");
        await mina.SaysAsync("reset daniel@hanbit.example's password");
        Assert.Contains("Why is", mina.Last, StringComparison.Ordinal);

        foreach (var value in (string[])["""{"verb":"hide","operation":"reset-0"}""", """{"comment":"because"}"""])
        {
            var submit = Message(world, null, "mina");
            submit["value"] = JsonNode.Parse(value);
            Assert.Equal(202, (await world.DeliverAsync(submit.ToJsonString())).Status);
            await mina.ReadAsync();
            Assert.DoesNotContain("One sentence is enough", mina.All, StringComparison.Ordinal);
        }

        Assert.Contains("This card is no longer valid", mina.Last, StringComparison.Ordinal);
        await mina.SaysAsync("forgot it over the holidays");
        Assert.True(mina.Sees("answer"), mina.All);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("2026-13-45T99:99:99Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData(null)]
    [Statement(58)]
    public async Task No_Timestamp_Is_A_Reason_To_Refuse(string? timestamp)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var message = Message(world, "help");
        foreach (var name in (string[])["timestamp", "localTimestamp"])
        {
            message.Remove(name);
            if (timestamp is not null)
            {
                message[name] = timestamp;
            }
        }

        Assert.Equal(202, (await world.DeliverAsync(message.ToJsonString())).Status);

        await sora.ReadAsync();
        Assert.Equal(2, sora.Seen.Count(static seen => seen.GetRawText().Contains("Hello, this is CredBot", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Statement(60)]
    public async Task The_Bots_Own_Words_Are_Not_Answered(bool toItself)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        var (before, rows) = (sora.Seen.Count, StoredRows.All(world.Store));
        var echo = Message(world, "help");
        var (person, bot) = (echo["from"]!.DeepClone(), echo["recipient"]!.DeepClone());
        echo["from"] = bot;
        echo["recipient"] = toItself ? bot.DeepClone() : person;

        Assert.Equal(202, (await world.DeliverAsync(echo.ToJsonString())).Status);

        await sora.ReadAsync();
        Assert.Equal(before, sora.Seen.Count);
        Assert.Equal(rows, StoredRows.All(world.Store));
    }

    [Theory]
    [InlineData("channelData", null)]
    [InlineData("channelData", "{}")]
    [InlineData("channelData", """{"tenant":null,"team":null,"channel":null}""")]
    [InlineData("channelData", """{"tenant":{},"team":{},"channel":{}}""")]
    [InlineData("channelData", """["x"]""")]
    [InlineData("channelData", "\"x\"")]
    [InlineData("entities", null)]
    [InlineData("entities", "[]")]
    [InlineData("entities", """[{}]""")]
    [InlineData("entities", """[{"type":"mention"},{"type":"mention","mentioned":7}]""")]
    [Statement(62)]
    public async Task What_The_Channel_Leaves_Out_Is_Not_Missed(string member, string? json)
    {
        await using var world = await DemoWorld.StartAsync();
        var sora = world.Person("sora");
        await sora.ReadAsync();
        JsonObject[] activities =
        [
            Message(world, "how do I reset my password?"),
            world.Dress("sora", "sora", new JsonObject { ["type"] = "conversationUpdate" }),
            world.Dress("sora", "sora", new JsonObject { ["type"] = "installationUpdate", ["action"] = "upgrade" }),
            world.Dress("sora", "sora", new JsonObject { ["type"] = "invoke", ["name"] = "adaptiveCard/action", ["value"] = new JsonObject() }),
        ];

        foreach (var activity in activities)
        {
            activity.Remove(member);
            if (json is not null)
            {
                activity[member] = JsonNode.Parse(json);
            }

            Assert.InRange((await world.DeliverAsync(activity.ToJsonString())).Status, 200, 400);
        }

        await sora.ReadAsync();
        Assert.Contains("You can reset your password yourself", sora.All, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Logs.All, static line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    /// <summary>Sign-in, every kind of card, a choice, a refusal and a whole reset; gives the answers to the clicks.</summary>
    private static async Task<IReadOnlyList<JsonElement>> EverythingIsSaidAsync(DemoWorld world)
    {
        List<JsonElement> answers = [];
        var mina = world.Person("mina");
        await mina.SaysAsync("help");
        await mina.SaysAsync("password");
        await mina.SaysAsync("how do I reset my password?");
        await mina.SaysAsync("may I reset daniel@hanbit.example's password?");
        await mina.SaysAsync("Reset Daniel Lee's password");
        answers.Add(await mina.ClicksAsync("answer"));
        await mina.SaysAsync("cancel");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        answers.Add(await mina.ClicksAsync("answer", "yes"));
        await world.PassAsync(TimeSpan.FromSeconds(5));
        await mina.ReadAsync();
        await world.PassAsync(TimeSpan.FromSeconds(10));
        answers.Add(await mina.ClicksAsync("reveal"));
        await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5));
        await mina.SaysAsync("sign out");
        return answers;
    }

    private static void Walk(JsonElement json, string at)
    {
        Assert.True(json.ValueKind is not JsonValueKind.Null, at);
        foreach (var member in json.ValueKind is JsonValueKind.Object ? json.EnumerateObject() : default)
        {
            // Names that Adaptive Cards and OData prescribe begin with their own mark.
            Assert.Matches("^[$@]?[a-z][a-zA-Z0-9.]*$", member.Name);
            Walk(member.Value, $"{at}.{member.Name}");
        }

        foreach (var item in json.ValueKind is JsonValueKind.Array ? json.EnumerateArray() : default)
        {
            Walk(item, $"{at}[]");
        }
    }

    /// <summary>The same with every name begun by a capital, at every depth.</summary>
    private static JsonNode? Pascal(JsonNode? json) => json switch
    {
        JsonObject members => new JsonObject(members.Select(static member =>
            KeyValuePair.Create($"{char.ToUpperInvariant(member.Key[0])}{member.Key[1..]}", Pascal(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Pascal)]),
        _ => json?.DeepClone(),
    };

    private static JsonObject Message(DemoWorld world, string? text, string person = "sora") =>
        world.Dress(person, person, new JsonObject { ["type"] = "message", ["text"] = text });

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
