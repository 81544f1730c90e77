using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.Engine;
using CredBot.Tests.World;

namespace CredBot.Tests.Bot.Connector;

/// <summary>What happens to a request between its token and its turn.</summary>
public sealed class DispatchTests : IAsyncLifetime
{
    private ForgedWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ForgedWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    [Statement(33)]
    [Statement(34)]
    public async Task A_Body_That_Is_No_Activity_Is_Refused()
    {
        string[] bodies =
        [
            "", " ", "{", "[]", "[{}]", "null", "7", "\"text\"", "{}", "{} {}", $"{world.Message()},", "\uFEFF", "{\"type\":\"message\"}",
            world.Message().Without("type").ToJsonString(), world.Message().With("type", null).ToJsonString(), world.Message().With("type", "").ToJsonString(),
            world.Message().With("type", 7).ToJsonString(),
            world.Message().With("text", new JsonArray()).ToJsonString(),
        ];
        foreach (var body in bodies)
        {
            await world.RefusesAsync(400, body, $"Bearer {world.Forge.Token()}");
        }

        Assert.Equal(202, await world.PostAsync($"\uFEFF{world.Message().ToJsonString()}", $"Bearer {world.Forge.Token()}"));
    }

    [Theory]
    [InlineData("\"text\":\"\\ud800\"")]
    [InlineData("\"text\":\"\\udc00\\ud800\"")]
    [InlineData("\"value\":{\"answer\":\"\\ud800\"}")]
    [InlineData("\"value\":{\"\\ud800\":1}")]
    [InlineData("\"\\udfff\":1")]
    [InlineData("\"channelData\":{\"tenant\":{\"id\":\"44444444-4444-4444-8444-444444444444\"},\"x\":[\"\\udead\"]}")]
    [InlineData("\"entities\":[{\"type\":\"mention\",\"text\":\"\\ud83d\"}]")]
    public async Task Half_Of_A_Surrogate_Pair_Is_Refused_Wherever_It_Stands(string member)
    {
        var body = world.Message().Without("text").Without("channelData").ToJsonString();

        await world.RefusesAsync(400, $"{body[..^1]},{member}}}", $"Bearer {world.Forge.Token()}");
    }

    [Fact]
    public async Task A_Whole_Pair_Passes_And_Bytes_That_Are_No_Text_Do_Not()
    {
        var body = world.Message("😀").ToJsonString();
        Assert.Contains("\\uD83D\\uDE00", body, StringComparison.Ordinal);
        Assert.Equal(202, await world.PostAsync(body, $"Bearer {world.Forge.Token()}"));

        using var broken = await world.SendAsync(new ByteArrayContent([.. Encoding.UTF8.GetBytes(body)[..^2], 0xC3, 0x28, .. "\"}"u8]), $"Bearer {world.Forge.Token()}");
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(1, world.Turns);
    }

    [Fact]
    public async Task Json_Within_A_String_Is_Read_Like_Any_Other_And_Other_Strings_Stay()
    {
        var seen = new List<string?>();
        world.Bot.Turn = (turn, _) =>
        {
            seen.Add(turn.Activity.Value?.ValueKind.ToString());
            return Task.CompletedTask;
        };

        await world.RefusesAsync(400, world.Message().With("value", """{"answer":"\ud800"}"""));
        await world.RefusesAsync(400, world.Message().With("value", new string('[', 1_000) + new string(']', 1_000)));
        await world.HearsAsync(world.Message().With("value", "{not json"));
        await world.HearsAsync(world.Message().With("value", """{"answer":"yes"}"""));

        Assert.Equal(["String", "Object"], seen);
    }

    [Fact]
    public async Task Nesting_Is_Allowed_To_32_Levels()
    {
        static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        var body = world.Message().ToJsonString();
        var bearer = $"Bearer {world.Forge.Token()}";

        Assert.Equal(202, await world.PostAsync($"{body[..^1]},\"value\":{Nested(31)}}}", bearer));
        await world.RefusesAsync(400, $"{body[..^1]},\"value\":{Nested(32)}}}", bearer);
        await world.RefusesAsync(400, $"{body[..^1]},\"value\":{Nested(30_000)}}}", bearer);
    }

    [Fact]
    [Statement(43)]
    public async Task A_Body_Over_The_Configured_Size_Is_Refused_Before_It_Is_Parsed_With_And_Without_A_Length()
    {
        await using var small = await ForgedWorld.StartAsync(settings: "--Limits:BodyBytes=70000");
        var bearer = $"Bearer {small.Forge.Token()}";
        var text = new string('x', 70_001);

        using var said = await small.SendAsync(new StringContent(text), bearer, headers: [("Expect", "100-continue")]);
        using var streamed = await small.SendAsync(new Endless(text), bearer);
        Assert.Equal((413, 413), ((int)said.StatusCode, (int)streamed.StatusCode));
        Assert.Equal(0, small.Turns);
        Assert.Equal(202, await small.PostAsync(small.Message(new string('x', 69_000))));
    }

    [Fact]
    [Statement(37)]
    public async Task A_Message_Is_Acknowledged_While_Its_Handler_Is_Still_At_Work()
    {
        var (reached, gate, done) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        world.Bot.Turn = async (_, _) =>
        {
            reached.SetResult();
            await gate.Task;
            done = true;
        };

        using var answer = await world.SendAsync(new StringContent(world.Message().ToJsonString()), $"Bearer {world.Forge.Token()}");
        await reached.Task;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.False(done);

        world.Time.Advance(TimeSpan.FromSeconds(59));
        gate.SetResult();
        await world.IdleAsync();
        Assert.True(done);
    }

    [Fact]
    [Statement(38)]
    public async Task The_Same_Message_Brought_Twice_Is_Heard_Once()
    {
        await world.HearsAsync(world.Message(id: "same"));

        Assert.Equal(202, await world.PostAsync(world.Message(id: "same")));
        Assert.Equal(1, world.Turns);
        await world.HearsAsync(world.Message(id: "same").With("conversation.id", "a:other"));
    }

    [Fact]
    [Statement(41)]
    public async Task A_Handler_That_Throws_Says_Sorry_Once_And_Shows_Nothing_Of_The_Fault()
    {
        world.Bot.Turn = static (turn, _) =>
        {
            turn.Send(ScriptedBot.Text("half an answer"));
            throw new InvalidOperationException("the fault's own words");
        };
        var invoke = world.Message().With("type", "invoke").With("name", "x");

        using var answer = await world.SendAsync(new StringContent(invoke.ToJsonString()), $"Bearer {world.Forge.Token()}");
        await world.IdleAsync();
        Assert.Equal((500, ""), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Single(world.Channel.Sent);

        await world.HearsAsync(world.Message());
        Assert.Equal(2, world.Channel.Sent.Count);
        Assert.All(world.Channel.Sent, static sent =>
        {
            Assert.StartsWith("sorry ", JsonNode.Parse(sent)!["text"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.DoesNotContain("fault", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", sent, StringComparison.Ordinal);
        });
    }

    [Theory]
    [Statement(42)]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task A_Caller_Who_Hangs_Up_Does_Not_Cancel_The_Turn(string type)
    {
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turn = CancellationToken.None;
        world.Bot.Turn = async (context, cancellationToken) =>
        {
            turn = cancellationToken;
            reached.SetResult();
            await gate.Task;
            context.Send(ScriptedBot.Text("to the end"));
        };
        using var caller = new CancellationTokenSource();
        var body = world.Message().With("type", type).With("name", "x").ToJsonString();
        var request = world.SendAsync(new StringContent(body), $"Bearer {world.Forge.Token()}", cancellationToken: caller.Token);
        await reached.Task;

        await caller.CancelAsync();
        if (type is "invoke")
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        }

        Assert.False(turn.IsCancellationRequested);
        gate.SetResult();
        await world.IdleAsync();
        Assert.Contains("to the end", Assert.Single(world.Channel.Sent), StringComparison.Ordinal);
    }

    /// <summary>A body that does not say how long it is, in pieces: all but the last are read before the connection is closed on it.</summary>
    private sealed class Endless(string text) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(10_000))
            {
                await stream.WriteAsync(piece);
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
