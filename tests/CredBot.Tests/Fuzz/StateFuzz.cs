using System.Text.Json.Nodes;
using CredBot.Tests.Fuzz.Inputs;
using CredBot.Tests.World;

namespace CredBot.Tests.Fuzz;

/// <summary>A stored conversation that somebody or something has changed: it is read, begun anew, or refused with a sentence in the log; no type is ever loaded.</summary>
public sealed class StateFuzz
{
    private const int Count = 150;

    [Fact]
    public async Task No_Stored_Conversation_Breaks_The_Bot()
    {
        await using var world = await DemoWorld.StartAsync();
        for (var number = 0; number < Count; number++)
        {
            await world.DeliverAsync(Message(world, number, "reset daniel@hanbit.example's password"));
        }

        await world.StopBotAsync();
        world.ChangeDocuments("conversation", (number, json) => FuzzedJson.Mutated(JsonNode.Parse(json)!.AsObject()).Of((uint)number, 1).Single());
        await world.StartBotAsync();
        var refused = 0;
        for (var number = 0; number < Count; number++)
        {
            var (status, _) = await world.DeliverAsync(Message(world, number, "yes"));
            refused += status is 503 ? 1 : 0;
            Assert.True(status is 202 or 503, $"{status}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"refused {refused}");
        foreach (var l in world.Logs.All.Where(static line => line.Contains("A turn failed", StringComparison.Ordinal) || line.Contains("stopped in the middle", StringComparison.Ordinal)).Select(static l => l[..Math.Min(l.Length, 1500)]).Take(10)) TestContext.Current.TestOutputHelper!.WriteLine(l);
        Assert.Fail("x");
    }

    private static string Message(DemoWorld world, int conversation, string text)
    {
        var message = world.Dress("mina", "mina", new JsonObject { ["type"] = "message", ["text"] = text });
        message["conversation"]!["id"] = $"a:fuzz-{conversation}";
        return message.ToJsonString();
    }
}
