using System.Net.Http.Json;

namespace CredBot.Bench;

/// <summary>Kills the product at the worst moments and counts what was lost, doubled or falsely claimed.</summary>
internal sealed class KillRun(HttpClient tenant, BotProcess bot, Arrivals arrivals)
{
    private static readonly string[] Agents = ["mina", "aiko", "ursula", "pavel", "grace"];
    private static readonly string[] Subjects = ["sora", "daniel"];

    /// <summary>People whom only one of the calls that die concerns, so that the tenant's evidence is clear.</summary>
    private static readonly string[] Apart = ["tom", "peter", "yuna", "noah", "olivia"];

    /// <summary>Ways to be killed.</summary>
    private const int Kinds = 5;

    private readonly Dictionary<string, Talk> talks = Agents.ToDictionary(static agent => agent, agent => new Talk(tenant, agent));
    private readonly List<Confirmed> confirmed = [];

    public static async Task<int> RunAsync(int times)
    {
        var arrivals = new Arrivals();
        await using var stage = await Stage.SetAsync("kill", arrivals.Watch, [
            "--Reset:ShowPasswordFor=00:00:20", "--Reset:OfferPasswordFor=02:00:00", .. Stage.ManyResets,
        ]);
        await using var callers = new Callers(stage.Tenant);
        callers.Start(Agents);
        var (http, bot) = (stage.Tenant, stage.Bot);
        var run = new KillRun(http, bot, arrivals);
        for (var kill = 0; kill < times; kill++)
        {
            await run.KillAsync(kill);
            await bot.StartAsync(http);
            Console.WriteLine($"killed {kill + 1} of {times}");
        }

        return await new KillReport(http, bot, stage.Store, [.. run.talks.Values], run.confirmed).WriteAsync(times);
    }

    private async Task KillAsync(int number)
    {
        var agent = talks[Agents[number % Agents.Length]];
        var subject = number % Kinds is 1 ? Apart[number / Kinds % Apart.Length] : Subjects[number / Kinds % Subjects.Length];
        switch (number % Kinds)
        {
            case 0:
                await BetweenCallAndRecordAsync(agent, subject);
                break;
            case 1:
                await BeforeTheCallIsCarriedOutAsync(agent, subject);
                break;
            case 2:
                await BeforeTheReplyIsSentAsync(agent);
                break;
            case 3:
                await AfterThePasswordIsShownAsync(agent, subject);
                break;
            default:
                await WhileSeveralResetOnePersonAsync(subject, carriedOut: number / Kinds % 2 is 1);
                break;
        }
    }

    private async Task BetweenCallAndRecordAsync(Talk agent, string subject)
    {
        var before = await ResetsAsync();
        await ConfirmSlowlyAsync(agent, subject);
        bot.Freeze();
        await Waiting.UntilAsync("the tenant carried the reset out", TimeSpan.FromSeconds(20), async () => await ResetsAsync() > before);
        bot.Kill();
    }

    private async Task BeforeTheCallIsCarriedOutAsync(Talk agent, string subject)
    {
        await ConfirmSlowlyAsync(agent, subject);
        bot.Kill();
        await tenant.DeleteAsync("/demo/faults");
    }

    private async Task BeforeTheReplyIsSentAsync(Talk agent)
    {
        await FaultAsync("/demo/botservice/v3/.*activities");
        var count = await agent.CountAsync("In the Entra admin center:");
        var asking = agent.SayAsync("what are the steps to reset a user's password as an administrator?", async () => await FaqAnswersAsync(agent) > count);
        await Waiting.ForAsync(TimeSpan.FromMilliseconds(900));
        bot.Kill();
        await tenant.DeleteAsync("/demo/faults");
        await bot.StartAsync(tenant);
        await asking;
        bot.Kill();
    }

    private async Task AfterThePasswordIsShownAsync(Talk agent, string subject)
    {
        await Asking.AskAsync(agent, subject);
        await ConfirmAsync(agent, subject);
        await agent.WaitAsync($"{agent.Person}: done", static text => text.Contains("\"reveal\"", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        await agent.ClickAsync("reveal");
        await agent.WaitAsync($"{agent.Person}: the password", static text => Confirmed.Shown().IsMatch(text), TimeSpan.FromSeconds(20));
        await confirmed[^1].ReadAsync();
        bot.Kill();
    }

    /// <summary>Some calls are lost, and others for the same person are not: each change that the tenant shows could be several people's.</summary>
    private async Task WhileSeveralResetOnePersonAsync(string subject, bool carriedOut)
    {
        var (storm, later) = (talks.Values.Take(3).ToList(), talks.Values.Skip(3).ToList());
        await Task.WhenAll(talks.Values.Select(agent => Asking.AskAsync(agent, subject)));
        var (before, arrived) = (await ResetsAsync(), arrivals.Count);
        await FaultAsync("resetPassword");
        foreach (var agent in storm)
        {
            _ = await BeginToConfirmAsync(agent, subject);
        }

        // Of all who are verified one is let act; the others are told that somebody else was.
        await arrivals.UntilAsync(arrived + 1);
        if (carriedOut)
        {
            bot.Freeze();
            await Waiting.UntilAsync("the tenant carried a reset out", TimeSpan.FromSeconds(20), async () => await ResetsAsync() > before);
        }

        bot.Kill();
        await tenant.DeleteAsync("/demo/faults");
        await bot.StartAsync(tenant);
        List<Task> clicks = [];
        foreach (var agent in later)
        {
            clicks.Add(await BeginToConfirmAsync(agent, subject));
        }

        await Task.WhenAll(clicks);
        bot.Kill();
    }

    private async Task ConfirmSlowlyAsync(Talk agent, string subject)
    {
        await Asking.AskAsync(agent, subject);
        var arrived = arrivals.Count;
        await FaultAsync("resetPassword");
        _ = await BeginToConfirmAsync(agent, subject);
        await arrivals.UntilAsync(arrived + 1);
    }

    private async Task ConfirmAsync(Talk agent, string subject) => await await BeginToConfirmAsync(agent, subject);

    /// <returns>The click, which may die with the bot.</returns>
    private async Task<Task> BeginToConfirmAsync(Talk agent, string subject)
    {
        confirmed.Add(new Confirmed(agent, subject, await agent.NewestIdAsync(), (await KillReport.LedgerAsync(tenant)).Count));
        return agent.ClickAsync("answer", "yes");
    }

    private static Task<int> FaqAnswersAsync(Talk agent) => agent.CountAsync("In the Entra admin center:");

    private async Task FaultAsync(string path, int times = 1) =>
        (await tenant.PostAsJsonAsync("/demo/faults", new { path, method = "POST", kind = "slow", seconds = 3, times })).EnsureSuccessStatusCode();

    private async Task<int> ResetsAsync() => (await KillReport.LedgerAsync(tenant)).Count(Confirmed.IsReset);
}
