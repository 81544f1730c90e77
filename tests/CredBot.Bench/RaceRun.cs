namespace CredBot.Bench;

/// <summary>Two agents reset the same person, verified at the same moment; never two resets.</summary>
internal sealed class RaceRun(HttpClient tenant)
{
    /// <summary>Rounds with one store: the policy lets no agent ask more often within an hour.</summary>
    private const int RoundsOfAStage = 336;

    private const int SubjectsOfAPair = 3;

    private static readonly (string One, string Other)[] Pairs = [("mina", "aiko"), ("ursula", "pavel"), ("grace", "zelda"), ("peter", "gilbert")];

    private static readonly string[] Subjects = ["daniel", "sora", "yuna", "tom", "dora", "bora", "rita", "felix", "gwen", "dario", "pia", "lucas"];

    private readonly Dictionary<string, Talk> talks = Pairs.SelectMany(static pair => new[] { pair.One, pair.Other }).ToDictionary(static agent => agent, agent => new Talk(tenant, agent));

    public static async Task<int> RunAsync(int rounds)
    {
        var outcomes = new Dictionary<int, int>();
        for (var done = 0; done < rounds; done += RoundsOfAStage)
        {
            await using var stage = await Stage.SetAsync("race", [.. Stage.ManyResets, .. Stage.Unlimited]);
            var run = new RaceRun(stage.Tenant);
            foreach (var count in await run.StageAsync(Math.Min(RoundsOfAStage, rounds - done)))
            {
                outcomes[count] = outcomes.GetValueOrDefault(count) + 1;
            }

            Console.WriteLine($"{Math.Min(done + RoundsOfAStage, rounds)} of {rounds} rounds: {Said(outcomes)}");
        }

        var twice = outcomes.Where(static pair => pair.Key > 1).Sum(static pair => pair.Value);
        Console.WriteLine($"{(twice is 0 ? "ok  " : "BAD ")} rounds with two resets: {twice}; {Said(outcomes)}");
        return twice is 0 ? 0 : 1;
    }

    private static string Said(Dictionary<int, int> outcomes) => string.Join(", ", outcomes.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key} resets in {pair.Value} rounds"));

    /// <returns>Resets that the tenant accepted in each round.</returns>
    private async Task<IEnumerable<int>> StageAsync(int rounds)
    {
        await using var callers = new Callers(tenant);
        callers.Start(talks.Keys);
        var counts = await Task.WhenAll(Pairs.Select((pair, number) => PairAsync(pair, number, (rounds + Pairs.Length - 1 - number) / Pairs.Length)));
        return counts.SelectMany(static one => one);
    }

    /// <summary>Each pair has subjects of its own, so that the ledger tells the rounds apart: a round is counted when its subject comes up again.</summary>
    private async Task<IReadOnlyList<int>> PairAsync((string One, string Other) pair, int number, int rounds)
    {
        List<int> counts = [];
        var counted = new int[SubjectsOfAPair];
        for (var round = 0; round < rounds + SubjectsOfAPair; round++)
        {
            var turn = round % SubjectsOfAPair;
            var subject = Subjects[(number * SubjectsOfAPair) + turn];
            if (round >= SubjectsOfAPair)
            {
                var resets = await ResetsAsync(subject);
                counts.Add(resets - counted[turn]);
                counted[turn] = resets;
            }

            if (round < rounds)
            {
                await RoundAsync(talks[pair.One], talks[pair.Other], subject);
            }
        }

        return counts;
    }

    private static async Task RoundAsync(Talk one, Talk other, string subject)
    {
        await Task.WhenAll(Asking.AskAsync(one, subject), Asking.AskAsync(other, subject));
        List<Confirmed> resets = [];
        foreach (var agent in new[] { one, other })
        {
            resets.Add(new Confirmed(agent, subject, await agent.NewestIdAsync(), 0));
        }

        await Task.WhenAll(resets.Select(static reset => reset.Agent.ClickAsync("answer", "yes", reset.Card)));
        await Waiting.UntilAsync($"{one.Person} and {other.Person}: let act, or not", TimeSpan.FromMinutes(4), async () =>
        {
            await Task.WhenAll(resets.Select(static reset => reset.ReadAsync()));
            return resets.TrueForAll(static reset => reset.IsDecided);
        });
    }

    private async Task<int> ResetsAsync(string subject) =>
        (await KillReport.LedgerAsync(tenant)).Count(row => Confirmed.IsReset(row) && row.GetProperty("subject").GetString() == subject);
}
