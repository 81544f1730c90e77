using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CredBot.Engine.Audit;

namespace CredBot.Bench;

/// <summary>Holds what the bot told people against what the tenant did, once every operation has come to an end.</summary>
internal sealed class KillReport(HttpClient tenant, BotProcess bot, string store, IReadOnlyList<Talk> talks, IReadOnlyList<Confirmed> confirmed)
{
    private const string Done = "Done: ", Probably = "Probably reset: ", Failed = "Failed: ", Unknown = "Outcome unknown: ", NotBegun = "Reset ";

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
        await Waiting.UntilAsync("every operation has an end", TimeSpan.FromMinutes(5), async () =>
        {
            var open = 0;
            foreach (var reset in confirmed)
            {
                open += await reset.ReadAsync() ? 0 : 1;
            }

            return open is 0;
        });
        foreach (var reset in confirmed)
        {
            await reset.RevealAsync();
        }

        await Waiting.UntilAsync("every password is gone", TimeSpan.FromMinutes(1), async () => !Confirmed.Shown().IsMatch(await AllChatsAsync()));
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
        var audit = AuditLog.Open(store);
        var verdict = await audit.VerifyAsync(default);
        Dictionary<string, int> calls = [];
        HashSet<string> lost = [], verified = [];
        await foreach (var line in audit.ExportAsync(default))
        {
            if (line.Entry.Action.StartsWith("reset.calling", StringComparison.Ordinal))
            {
                calls[line.Entry.Operation!] = calls.GetValueOrDefault(line.Entry.Operation!) + 1;
            }
            else if (line.Entry.Action is "reset.verified")
            {
                verified.Add(line.Entry.Operation!);
            }
            else if (line.Entry is { Action: "reset.probable" or "reset.unknown" } or { Action: "reset.failed", Outcome: "notExecuted" })
            {
                lost.Add(line.Entry.Operation!);
            }
        }

        var kept = Directory.EnumerateFiles(store, "credbot.db*").Select(static file => Encoding.Latin1.GetString(File.ReadAllBytes(file)))
            .Append(bot.Said).Append(await AllChatsAsync()).ToList();
        var found = confirmed.Count(reset => reset.Password is { } password && kept.Exists(text => text.Contains(password, StringComparison.Ordinal)));
        var (accepted, answered) = (talks.Sum(static talk => talk.Accepted), talks.Sum(static talk => talk.Answered));
        return
        [
            ("messages accepted / answered", $"{accepted} / {answered}", accepted == answered),
            ("operations confirmed / that called / whose call was lost", $"{confirmed.Count} / {calls.Count} / {lost.Count}", calls.Count <= confirmed.Count),
            ("calls without a verification on record", calls.Keys.Count(operation => !verified.Contains(operation)), calls.Keys.All(verified.Contains)),
            ("most calls of one operation", calls.Values.DefaultIfEmpty().Max(), calls.Values.All(static count => count is 1)),
            ("resets carried out by the tenant", resets, resets <= calls.Count),
            ("passwords still found anywhere", found, found is 0),
            ("audit", verdict.Holds ? string.Create(CultureInfo.InvariantCulture, $"holds, {verdict.Lines} lines") : $"{verdict.Fault}", verdict.Holds),
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
