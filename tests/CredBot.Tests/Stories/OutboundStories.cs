using System.Text.Json.Nodes;
using CredBot.Tests.Conformance;
using CredBot.Tests.World;

namespace CredBot.Tests.Stories;

/// <summary>What leaves the bot, and what stays in its log.</summary>
public sealed class OutboundStories
{
    [Fact]
    [Statement(80)]
    public async Task Whatever_Is_Updated_Later_Was_Sent_As_A_Card_Without_Text()
    {
        await using var world = await DemoWorld.StartAsync();

        await TalkAsync(world);

        var calls = world.Sent.All;
        var updated = calls.Where(static call => call.Method is "PUT").Select(static call => call.Id).ToHashSet();
        Assert.True(updated.Count > 1, "the story updates cards");
        Assert.All(
            calls.Where(call => call.Method is "POST" && updated.Contains(call.Id)),
            static call => Assert.True(call.HasCard && !call.HasText, call.Activity.GetRawText()));
        // Which card will be updated is not always known when it is sent, so no card has text.
        Assert.All(calls.Where(static call => call.HasCard), static call => Assert.False(call.HasText, call.Activity.GetRawText()));
    }

    [Fact]
    [Statement(79)]
    public async Task However_Much_Is_Logged_No_Token_Code_Or_Input_Is()
    {
        await using var world = await DemoWorld.StartAsync(
            "--Logging:LogLevel:CredBot=Trace", "--Logging:LogLevel:System.Net.Http=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace");

        var (code, input) = await TalkAsync(world);
        await world.FaultAsync(new { path = "/demo/botservice/v3/.*activities", kind = "status", status = 403, times = 1 });
        await world.Person("mina").SaysAsync("help");

        var lines = world.Logs.All;
        Assert.Contains(lines, static line => line.StartsWith("Trace ", StringComparison.Ordinal) || line.StartsWith("Debug ", StringComparison.Ordinal));
        Assert.Contains(lines, static line => line.Contains("was refused with 403", StringComparison.Ordinal));
        foreach (var line in lines)
        {
            Assert.DoesNotContain("eyJ", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Bearer ey", line, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(input, line, StringComparison.Ordinal);
            Assert.DoesNotMatch($@"(?<!\d){code}(?!\d)", line);
        }
    }

    /// <summary>A reset from asked to removed, a refused one, an answer, a sign-in by hand, a code and a card's input.</summary>
    private static async Task<(string Code, string Input)> TalkAsync(DemoWorld world)
    {
        var mina = world.Person("mina");
        await mina.AsksForResetAsync("reset daniel@hanbit.example's password", "forgot it over the holidays");
        var (message, action) = mina.Button("answer", "yes");
        const string input = "Zebra-input-4711";
        var forged = JsonNode.Parse(action.ToJsonString())!.AsObject();
        forged["data"]!.AsObject()["typed"] = input;
        await mina.InvokeAsync(forged, message.GetProperty("id").GetString());
        await world.PassAsync(TimeSpan.FromSeconds(10));
        await mina.ReadAsync();
        await mina.ClicksAsync("reveal");
        await world.PassAsync(TimeSpan.FromSeconds(61));
        await mina.SaysAsync("reset grace@hanbit.example's password");
        await mina.AsksForResetAsync("reset sora@hanbit.example's password", "cannot sign in");
        await mina.ClicksAsync("answer", "no");
        await mina.SaysAsync("whose passwords can I reset?");

        var sora = world.Person("sora");
        sora.SignsInSilently = false;
        await sora.SaysAsync("hello");
        await sora.SaysAsync("how do I reset my password?");
        var code = await sora.SignsInByHandAsync();
        await sora.SaysAsync(code);
        return (code, input);
    }
}
