using System.Text.Json.Nodes;
using CredBot.Tests.Fuzz.Inputs;
using CredBot.Tests.World;

namespace CredBot.Tests.Fuzz;

/// <summary>Whatever a channel, or somebody who is none, sends: never a status of 500 or more, never a change that nobody allowed asked for.</summary>
/// <remarks>Larger series: <c>tests/CredBot.Bench -- fuzz</c>. An input that once did harm stays in the corpus.</remarks>
public sealed class ActivityFuzz
{
    private const int Count = 400;

    public static TheoryData<string> Corpus =>
        [.. Directory.EnumerateFiles(Path.Combine(Host.Repository.Root, "tests", "CredBot.Tests", "Fuzz", "corpus"), "*.json").Select(static file => Path.GetFileName(file)).Order()];

    [Fact]
    public async Task No_Activity_Of_The_Channel_Ends_In_An_Error_Of_Ours()
    {
        await using var world = await DemoWorld.StartAsync(Unlimited.Settings);
        foreach (var body in FuzzedActivity.From(Frame(world)).Of(seed: 1, Count))
        {
            var (status, _) = await world.DeliverAsync(body);
            Assert.True(status < 500 || status is 501, $"{status}: {System.Text.Encoding.UTF8.GetString(body)}");
        }

        Assert.Empty(await world.LedgerAsync());
        Assert.DoesNotContain(world.Logs.All, static line => line.Contains("A turn failed", StringComparison.Ordinal) || line.Contains("could not be taken in", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task What_Once_Did_Harm_Does_None(string file)
    {
        await using var world = await DemoWorld.StartAsync(Unlimited.Settings);
        var body = await File.ReadAllTextAsync(Path.Combine(Host.Repository.Root, "tests", "CredBot.Tests", "Fuzz", "corpus", file));

        var (status, _) = await world.DeliverAsync(body.Replace("{{serviceUrl}}", Frame(world)["serviceUrl"]!.GetValue<string>(), StringComparison.Ordinal));

        Assert.True(status < 500 || status is 501, $"{status}");
        Assert.DoesNotContain(world.Logs.All, static line => line.Contains("A turn failed", StringComparison.Ordinal));
    }

    private static JsonObject Frame(DemoWorld world) => world.Dress("sora", "sora", new JsonObject { ["type"] = "message", ["text"] = "x" });
}
