using System.Collections.Concurrent;
using System.Net.Http.Json;
using CsCheck;

namespace CredBot.Bench;

/// <summary>Agents reset people without a pause while the bot is killed at random moments and the tenant fails now and then; at the end everything is held against the ledger.</summary>
internal sealed class StormRun(HttpClient tenant, BotProcess bot, int seed)
{
    private const string Approver = "grace", Vip = "vera";

    private static readonly string[] Agents = ["mina", "aiko", "ursula", "pavel"];

    private static readonly string[] Subjects =
        ["daniel", "sora", "yuna", "tom", "dora", "bora", "noah", "nils", "kira", "tobias", Vip, "rita", "felix", "gwen", "dario", "pia", "lucas", "bruno", "miyoung"];

    /// <summary>What the tenant does to one request in a while.</summary>
    private static readonly object[] Faults =
    [
        new { path = "/demo/graph/", kind = "status", status = 503, times = 1 },
        new { path = "resetPassword", method = "POST", kind = "lostReply", times = 1 },
        new { path = "resetPassword", method = "POST", kind = "status", status = 429, retryAfter = 2, times = 1 },
        new { path = "/demo/graph/", kind = "slow", seconds = 2, times = 2 },
        new { path = "/demo/botservice/v3/", kind = "slow", seconds = 2, times = 2 },
    ];

    private readonly ConcurrentDictionary<string, Talk> talks = new(Agents.Select(agent => KeyValuePair.Create(agent, new Talk(tenant, agent))));
    private readonly ConcurrentBag<Confirmed> confirmed = [];
    private volatile bool isOver;
    private int gaveUp;

    public static async Task<int> RunAsync(int kills, int seed)
    {
        await using var stage = await Stage.SetAsync("storm", [
            "--Reset:ShowPasswordFor=00:00:20", "--Reset:OfferPasswordFor=02:00:00", .. Stage.ManyResets, .. Stage.Unlimited,
            $"--Reset:Vips:0={Stage.IdOf(Vip)}", $"--Reset:Approvers:0={Stage.IdOf(Approver)}",
        ]);
        await using var callers = new Callers(stage.Tenant);
        callers.Start(Agents, Approver);
        var run = new StormRun(stage.Tenant, stage.Bot, seed);
        var work = Agents.Select((agent, number) => Task.Run(() => run.WorkAsync(agent, new PCG((uint)number, (uint)seed)))).ToList();
        await run.KillAsync(kills);
        run.isOver = true;
        await Task.WhenAll(work);
        await stage.Tenant.DeleteAsync("/demo/faults");
        Console.WriteLine($"questions given up by their agents while the bot was away: {run.gaveUp}");
        return await new KillReport(stage.Tenant, stage.Bot, stage.Store, [.. run.talks.Values], [.. run.confirmed]).WriteAsync(kills);
    }

    private async Task KillAsync(int kills)
    {
        var random = new PCG((uint)Agents.Length, (uint)seed);
        for (var kill = 1; kill <= kills; kill++)
        {
            await Waiting.ForAsync(TimeSpan.FromMilliseconds(300 + random.Next(4700)));
            if (random.Next(2) is 0)
            {
                (await tenant.PostAsJsonAsync("/demo/faults", Faults[random.Next((uint)Faults.Length)])).EnsureSuccessStatusCode();
            }

            bot.Kill();
            await bot.StartAsync(tenant);
            if (kill % 20 is 0)
            {
                Console.WriteLine($"killed {kill} of {kills}, {confirmed.Count} resets confirmed");
            }
        }
    }

    /// <summary>One agent's day: a reset after the other, each looked after until its card says what became of it.</summary>
    private async Task WorkAsync(string name, PCG random)
    {
        var agent = talks[name];
        while (!isOver)
        {
            try
            {
                await ResetAsync(agent, Subjects[random.Next((uint)Subjects.Length)]);
                // Between two callers an agent draws breath; a chat takes only so many messages an hour.
                await Waiting.ForAsync(TimeSpan.FromMilliseconds(1000 + random.Next(4000)));
            }
            catch (Exception failure) when (failure is TimeoutException or HttpRequestException or InvalidOperationException)
            {
                // The question was lost with the bot or closed by its return: the agent asks something new.
                Interlocked.Increment(ref gaveUp);
            }
        }
    }

    private async Task ResetAsync(Talk agent, string subject)
    {
        await Asking.AskAsync(agent, subject);
        var reset = new Confirmed(agent, subject, await agent.NewestIdAsync(), (await KillReport.LedgerAsync(tenant)).Count);
        confirmed.Add(reset);
        await Waiting.UntilAsync($"{agent.Person}: «yes» is heard", TimeSpan.FromSeconds(60), async () =>
        {
            if (!(await agent.CardAsync(reset.Card)).Contains("\"answer\":\"yes\"", StringComparison.Ordinal))
            {
                return true;
            }

            await agent.ClickAsync("answer", "yes", reset.Card);
            return false;
        });
        // Not for ever: an agent goes on while a lost call is being found out about.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(25));
        while (!patience.IsCancellationRequested && !await reset.ReadAsync())
        {
            await Waiting.ForAsync(TimeSpan.FromMilliseconds(300));
        }
    }
}
