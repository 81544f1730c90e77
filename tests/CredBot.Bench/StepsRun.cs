namespace CredBot.Bench;

/// <summary>Kills the bot at every step of a reset, once before the world hears of the step and once after, and looks at what became of it.</summary>
internal sealed class StepsRun(HttpClient tenant, BotProcess bot, Traps traps)
{
    private const string Messages = "/v3/conversations/.*activities", Resets = "/resetPassword$";

    private static readonly string[] Agents = ["mina", "aiko", "ursula", "pavel"];

    private static readonly string[] Subjects =
    [
        "daniel", "sora", "yuna", "tom", "dora", "bora", "noah", "nils", "kira", "tobias", "vera", "rita", "felix", "gwen", "dario", "pia", "lucas", "bruno", "miyoung",
    ];

    /// <summary>Step, request, words in its body; where a step comes only after the password is looked at, that too.</summary>
    private static readonly (string Step, string Method, string Path, string? Holding, bool Reveals)[] Steps =
    [
        ("the caller is asked", "POST", Messages, "verifyNumber", false),
        ("the number is drawn", "PUT", Messages, "Monospace", false),
        ("verified; rights are read again", "GET", "/manager$", null, false),
        ("the reset is called", "POST", Resets, null, false),
        ("the reset is polled", "GET", "/authentication/operations/", null, false),
        ("sessions are ended", "POST", "/revokeSignInSessions$", null, false),
        ("the person is told", "POST", Messages, "objectToReset", false),
        ("the password is shown", "PUT", Messages, "Monospace", true),
        ("the password is taken off", "PUT", Messages, "has been removed from this card", true),
    ];

    private readonly Dictionary<string, Talk> talks = Agents.ToDictionary(static agent => agent, agent => new Talk(tenant, agent));
    private readonly List<(string Step, Confirmed Reset)> made = [];

    public static async Task<int> RunAsync()
    {
        var traps = new Traps();
        await using var stage = await Stage.SetAsync("steps", traps.Watch, [
            "--Reset:ShowPasswordFor=00:00:20", "--Reset:OfferPasswordFor=02:00:00", .. Stage.ManyResets, .. Stage.Unlimited,
        ]);
        await using var callers = new Callers(stage.Tenant);
        callers.Start(Agents);
        var run = new StepsRun(stage.Tenant, stage.Bot, traps);
        await run.ConfirmedAsync();
        foreach (var step in Steps)
        {
            await run.KillAsync(step, after: false);
            await run.KillAsync(step, after: true);
        }

        var good = await new KillReport(stage.Tenant, stage.Bot, stage.Store, [.. run.talks.Values], [.. run.made.Select(static one => one.Reset)]).WriteAsync(run.made.Count);
        foreach (var (step, reset) in run.made)
        {
            Console.WriteLine($"| {step} | {reset.Headline} | {(reset.Taken ? "once" : "not")} |");
        }

        return good;
    }

    /// <summary>The agent's «yes» is stored, and nothing has followed from it.</summary>
    private async Task ConfirmedAsync()
    {
        var reset = await AskAsync();
        await reset.Agent.ClickAsync("answer", "yes");
        bot.Kill();
        await RecordAsync("confirmed", reset);
    }

    private async Task KillAsync((string Step, string Method, string Path, string? Holding, bool Reveals) step, bool after)
    {
        var reset = await AskAsync();
        var trap = step.Reveals ? null : traps.Arm(step.Method, step.Path, step.Holding, after);
        var click = reset.Agent.ClickAsync("answer", "yes");
        if (trap is null)
        {
            await reset.Agent.WaitAsync($"{reset.Agent.Person}: done", static text => text.Contains("\"reveal\"", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
            trap = traps.Arm(step.Method, step.Path, step.Holding, after);
            click = reset.Agent.ClickAsync("reveal");
        }

        await trap.Sprung.WaitAsync(TimeSpan.FromSeconds(90));
        await reset.ReadAsync();
        bot.Kill();
        trap.Release();
        await click;
        await RecordAsync($"{step.Step}, {(after ? "carried out" : "never arrived")}", reset);
    }

    private async Task<Confirmed> AskAsync()
    {
        var (agent, subject) = (talks[Agents[made.Count % Agents.Length]], Subjects[made.Count]);
        await Asking.AskAsync(agent, subject);
        return new Confirmed(agent, subject, await agent.NewestIdAsync(), (await KillReport.LedgerAsync(tenant)).Count);
    }

    private async Task RecordAsync(string step, Confirmed reset)
    {
        made.Add((step, reset));
        await bot.StartAsync(tenant);
        Console.WriteLine($"killed: {step}");
    }
}
