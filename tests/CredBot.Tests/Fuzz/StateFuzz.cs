using System.Text.Json.Nodes;
using CredBot.Tests.Fuzz.Inputs;
using CredBot.Tests.World;

namespace CredBot.Tests.Fuzz;

/// <summary>A stored conversation that somebody or something has changed: it is read, begun anew, or refused with a sentence in the log; no type is ever loaded.</summary>
public sealed class StateFuzz
{
    private const int Count = 120;

    [Fact]
    public async Task No_Stored_Conversation_Breaks_The_Bot()
    {
        await using var world = await DemoWorld.StartAsync(Unlimited.Settings);
        for (var number = 0; number < Count; number++)
        {
            await world.DeliverAsync(Message(world, number, "reset daniel@hanbit.example's password"));
        }

        await world.StopBotAsync();
        var seed = 0u;
        StoredRows.Rewrite(world.Store, json => FuzzedJson.Mutated(JsonNode.Parse(json)!.AsObject()).Of(seed++, 1).Single());
        await world.StartBotAsync();
        var refused = 0;
        for (var number = 0; number < Count; number++)
        {
            var (status, _) = await world.DeliverAsync(Message(world, number, "yes"));
            refused += status is 503 ? 1 : 0;
            Assert.True(status is 202 or 503, $"{status}");
        }

        // What cannot be read at all is not acknowledged, so that nothing is lost while it is mended; most is read.
        Assert.InRange(refused, 0, Count / 2);
        var failed = world.Logs.All.Where(static line => line.Contains("A turn failed", StringComparison.Ordinal));
        Assert.True(!failed.Any(), string.Join('\n', failed));
        Assert.Empty(await world.LedgerAsync());
    }

    private static string Message(DemoWorld world, int conversation, string text)
    {
        var message = world.Dress("mina", "mina", new JsonObject { ["type"] = "message", ["text"] = text });
        message["conversation"]!["id"] = $"a:fuzz-{conversation}";
        return message.ToJsonString();
    }
}
