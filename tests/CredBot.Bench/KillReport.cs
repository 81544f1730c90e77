using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CredBot.Bench;

/// <summary>Holds what the bot told people against what the tenant did, once every operation has come to an end.</summary>
internal sealed class KillReport(HttpClient tenant, BotProcess bot, string store, IReadOnlyList<Talk> talks, IReadOnlyList<Confirmed> confirmed)
{
    private const string Done = "Done: ", Probably = "Probably reset: ", Failed = "Failed: ", Unknown = "Outcome unknown: ", NotBegun = "Reset ";

    /// <summary>A call that was answered «too many requests» changed nothing and is made again, two times at most.</summary>
    private const int MostCalls = 3;

    /// <summary>Passwords that are looked at in the end: a chat takes only so many messages an hour, and the others stay sealed.</summary>
    private const int MostLooks = 20;

    private int stuck;

    /// <returns>1 where anything was lost, doubled, kept or falsely claimed.</returns>
    public async Task<int> WriteAsync(int times)
    {
        await SettleAsync();
        bot.Kill();
        var ledger = await LedgerAsync(tenant);
        foreach (var reset in confirmed)
        {
            reset.Match(ledger, confirmed);
        }

        IReadOnlyList<(string What, object Figure, bool Good)> rows = [("kills", times, true), .. Claims(), .. await TracesAsync(ledger.Count(Confirmed.IsReset))];
        foreach (var (what, figure, good) in rows)
        {
            Console.WriteLine($"{(good ? "ok  " : "BAD ")} {what}: {figure}");
        }

        return rows.All(static row => row.Good) ? 0 : 1;
    }

    public static async Task<IReadOnlyList<JsonElement>> LedgerAsync(HttpClient tenant) =>
        [.. (await tenant.GetFromJsonAsync<JsonElement>("/demo/ledger")).EnumerateArray()];

    /// <summary>Waits for every end, looks at every password that is offered, and waits until all of them are gone.</summary>
    private async Task SettleAsync()
    {
        try
        {
            await Waiting.UntilAsync("every operation has an end", TimeSpan.FromMinutes(6), async () =>
            {
                stuck = 0;
                foreach (var reset in confirmed)
                {
                    stuck += await reset.ReadAsync() ? 0 : 1;
                }

                return stuck is 0;
            });
        }
        catch (TimeoutException)
        {
            // What has no end by now is stuck, and stands in the report.
        }

        foreach (var reset in confirmed.Where(static reset => reset.Password is null).TakeLast(MostLooks))
        {
            await reset.RevealAsync();
        }

        await Waiting.UntilAsync("every password is gone", TimeSpan.FromMinutes(5), async () => !Confirmed.Shown().IsMatch(await AllChatsAsync()));
    }

    /// <summary>In this run nobody resets anything but through the bot, so even «probably» has to be true.</summary>
    private IEnumerable<(string What, object Figure, bool Good)> Claims()
    {
        yield return Claim("«done»", Done, taken: true);
        yield return Claim("«probably»", Probably, taken: true);
        yield return Claim("«failed»", Failed, taken: false);
        yield return Claim("still the question", NotBegun, taken: false);
        var unknown = confirmed.Where(static reset => reset.Says(Unknown)).ToList();
        yield return ("«unknown» / of these taken by the tenant", $"{unknown.Count} / {unknown.Count(static reset => reset.Taken)}", true);
        var others = confirmed.Where(static reset => !new[] { Done, Probably, Failed, NotBegun, Unknown }.Any(reset.Says)).Select(static reset => reset.Headline).ToList();
        yield return ("cards that claim anything else", string.Join(", ", others.Append($"{others.Count}")), others.Count is 0);
        var shown = confirmed.Where(static reset => reset.Password is not null).ToList();
        yield return ("passwords shown / never taken by the tenant", $"{shown.Count} / {shown.Count(static reset => !reset.Taken)}", shown.All(static reset => reset.Taken));
    }

    private (string What, object Figure, bool Good) Claim(string name, string headline, bool taken)
    {
        var cards = confirmed.Where(reset => reset.Says(headline)).ToList();
        var wrong = cards.Where(reset => reset.Taken != taken).Select(static reset => $"{reset.Agent.Person} for {reset.Subject}").ToList();
        return ($"{name} / false", string.Join(", ", wrong.Prepend($"{cards.Count} / {wrong.Count}")), wrong.Count is 0);
    }

    private async Task<IReadOnlyList<(string What, object Figure, bool Good)>> TracesAsync(int resets)
    {
        var audit = await AuditCheck.ReadAsync(store);
        var calls = audit.Calls;
        var kept = Directory.EnumerateFiles(store, "credbot.db*").Select(static file => Encoding.Latin1.GetString(File.ReadAllBytes(file)))
            .Append(bot.Said).Append(await AllChatsAsync()).ToList();
        var found = confirmed.Count(reset => reset.Password is { } password && kept.Exists(text => text.Contains(password, StringComparison.Ordinal)));
        var (accepted, answered) = (talks.Sum(static talk => talk.Accepted), talks.Sum(static talk => talk.Answered));
        return
        [
            ("messages accepted / answered", $"{accepted} / {answered}", accepted == answered),
            ("operations confirmed / that called / whose call was lost", $"{confirmed.Count} / {calls.Count} / {audit.Lost}", calls.Count <= confirmed.Count),
            ("operations without an end", stuck, stuck is 0),
            ("calls without their verification on record", audit.Unverified, audit.Unverified is 0),
            ("operations with a gap in their audit", audit.Gaps, audit.Gaps is 0),
            ("most calls of one operation", calls.Values.DefaultIfEmpty().Max(), calls.Values.All(static count => count <= MostCalls)),
            ("resets carried out by the tenant", resets, resets <= calls.Count),
            ("most resets of one operation", confirmed.Select(static reset => reset.Times).DefaultIfEmpty().Max(), confirmed.All(static reset => reset.Times <= 1)),
            ("passwords still found anywhere", found, found is 0),
            ("audit", audit.Said, audit.Holds),
        ];
    }

    private async Task<string> AllChatsAsync()
    {
        var all = new StringBuilder();
        foreach (var talk in talks)
        {
            all.AppendLine(await talk.AllAsync());
        }

        return all.ToString();
    }
}
