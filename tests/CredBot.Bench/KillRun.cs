using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CredBot.Demo;
using CredBot.DemoTenant;
using CredBot.Engine.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CredBot.Bench;

/// <summary>Kills the product at the worst moments and counts what was lost or doubled.</summary>
internal sealed partial class KillRun(HttpClient tenant, BotProcess bot, string store)
{
    private static readonly string[] Agents = ["mina", "aiko", "ursula", "pavel", "grace"];
    private static readonly string[] Subjects = ["sora", "daniel"];

    /// <summary>People whom only one of the calls that die concerns: somebody else's reset would look like the lost one.</summary>
    private static readonly string[] Apart = ["tom", "peter", "yuna", "daniel.lee2", "olivia"];

    private readonly Dictionary<string, Talk> talks = Agents.ToDictionary(static agent => agent, agent => new Talk(tenant, agent));
    private readonly List<(string Agent, string Subject)> confirmed = [];
    private readonly HashSet<string> passwords = [];

    public static async Task<int> RunAsync(int times)
    {
        var (tenantUrl, botUrl) = (FreeUrl(), FreeUrl());
        var store = Directory.CreateTempSubdirectory("credbot-kill-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = DemoSettings.Environment });
        builder.WebHost.UseUrls(tenantUrl);
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = tenantUrl;
        builder.Configuration["Demo:BotUrl"] = botUrl;
        builder.Services.AddDemoTenant();
        await using var demo = builder.Build();
        demo.UseWebSockets();
        demo.MapDemoTenant();
        await demo.StartAsync();

        using var http = new HttpClient { BaseAddress = new Uri(tenantUrl) };
        using var bot = new BotProcess(botUrl, Settings(tenantUrl, store));
        await bot.StartAsync(http);
        var run = new KillRun(http, bot, store);
        for (var kill = 0; kill < times; kill++)
        {
            await run.KillAsync(kill);
            await bot.StartAsync(http);
            Console.WriteLine($"killed {kill + 1} of {times}");
        }

        return await run.ReportAsync(times);
    }

    public static string FreeUrl()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    private async Task KillAsync(int number)
    {
        var agent = talks[Agents[number % Agents.Length]];
        var subject = number % 4 is 1 ? Apart[number / 4 % Apart.Length] : Subjects[number / Agents.Length % Subjects.Length];
        switch (number % 4)
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
            default:
                await AfterThePasswordIsShownAsync(agent, subject);
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
        var count = await agent.CountAsync("How do users reset their password");
        var asking = agent.SayAsync("how do users reset their password?", async () => await FaqAnswersAsync(agent) > count);
        await Waiting.ForAsync(TimeSpan.FromMilliseconds(900));
        bot.Kill();
        await tenant.DeleteAsync("/demo/faults");
        await bot.StartAsync(tenant);
        await asking;
        bot.Kill();
    }

    private async Task AfterThePasswordIsShownAsync(Talk agent, string subject)
    {
        await AskAsync(agent, subject);
        await agent.ClickAsync("answer", "yes");
        confirmed.Add((agent.Person, subject));
        await agent.WaitAsync($"{agent.Person}: done", static text => text.Contains("\"reveal\"", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        await agent.ClickAsync("reveal");
        await agent.WaitAsync($"{agent.Person}: the password", static text => Password().IsMatch(text), TimeSpan.FromSeconds(20));
        passwords.Add(Password().Match(await agent.NewestAsync()).Groups["text"].Value);
        bot.Kill();
    }

    private async Task ConfirmSlowlyAsync(Talk agent, string subject)
    {
        await AskAsync(agent, subject);
        await FaultAsync("resetPassword");
        confirmed.Add((agent.Person, subject));
        _ = agent.ClickAsync("answer", "yes");
        await Waiting.ForAsync(TimeSpan.FromMilliseconds(1500));
    }

    private static async Task AskAsync(Talk agent, string subject)
    {
        await agent.SayAsync($"reset {subject}@hanbit.example's password", static text => text.Contains("One sentence", StringComparison.Ordinal));
        await agent.SayAsync("forgot it over the holidays", static text => text.Contains("\"answer\":\"yes\"", StringComparison.Ordinal));
    }

    private static Task<int> FaqAnswersAsync(Talk agent) => agent.CountAsync("How do users reset their password");

    private async Task FaultAsync(string path) =>
        (await tenant.PostAsJsonAsync("/demo/faults", new { path, method = "POST", kind = "slow", seconds = 3, times = 1 })).EnsureSuccessStatusCode();

    private async Task<IReadOnlyList<JsonElement>> LedgerAsync() =>
        [.. (await tenant.GetFromJsonAsync<JsonElement>("/demo/ledger")).EnumerateArray()];

    private async Task<int> ResetsAsync() => (await LedgerAsync()).Count(IsReset);

    private static bool IsReset(JsonElement row) =>
        row.GetProperty("path").GetString()!.EndsWith("/resetPassword", StringComparison.Ordinal) && row.GetProperty("status").GetInt32() is 202;

    private async Task<int> ReportAsync(int times)
    {
        await Waiting.UntilAsync("every operation has an end", TimeSpan.FromMinutes(5), async () =>
        {
            var open = 0;
            foreach (var talk in talks.Values)
            {
                open += Open().Count(await talk.AllAsync());
            }

            return open is 0;
        });
        await Waiting.UntilAsync("every password is gone", TimeSpan.FromMinutes(1), async () => !Password().IsMatch(await AllChatsAsync()));
        bot.Kill();

        var resets = (await LedgerAsync()).Where(IsReset).ToList();
        var audit = AuditLog.Open(store);
        var verdict = await audit.VerifyAsync(default);
        Dictionary<string, int> calls = [];
        await foreach (var line in audit.ExportAsync(default))
        {
            if (line.Entry.Action.StartsWith("reset.calling", StringComparison.Ordinal))
            {
                calls[line.Entry.Operation!] = calls.GetValueOrDefault(line.Entry.Operation!) + 1;
            }
        }

        var chats = await AllChatsAsync();
        var kept = Directory.EnumerateFiles(store, "credbot.db*").Select(static file => Encoding.Latin1.GetString(File.ReadAllBytes(file))).Append(bot.Said).Append(chats).ToList();
        var (accepted, answered) = (talks.Values.Sum(static talk => talk.Accepted), talks.Values.Sum(static talk => talk.Answered));
        (string What, object Figure, bool Good)[] rows =
        [
            ("kills", times, true),
            ("messages accepted / answered", $"{accepted} / {answered}", accepted == answered),
            ("operations confirmed / that called", $"{confirmed.Count} / {calls.Count}", calls.Count <= confirmed.Count),
            ("most calls of one operation", calls.Values.DefaultIfEmpty().Max(), calls.Values.All(static count => count is 1)),
            ("resets carried out by the tenant", resets.Count, resets.Count <= calls.Count),
            ("done / failed / unknown", $"{Cards(chats, "Done: reset|Done: ")} / {Cards(chats, "Failed: ")} / {Cards(chats, "Outcome unknown")}", true),
            ("passwords shown / still found anywhere", $"{passwords.Count} / {passwords.Count(password => kept.Exists(text => text.Contains(password, StringComparison.Ordinal)))}",
                !passwords.Any(password => kept.Exists(text => text.Contains(password, StringComparison.Ordinal)))),
            ("audit", verdict.Holds ? $"holds, {verdict.Lines} lines" : $"{verdict.Fault}", verdict.Holds),
        ];
        foreach (var (what, figure, good) in rows)
        {
            Console.WriteLine($"{(good ? "ok  " : "BAD ")} {what}: {figure}");
        }

        return rows.All(static row => row.Good) ? 0 : 1;
    }

    private async Task<string> AllChatsAsync()
    {
        var all = new StringBuilder();
        foreach (var talk in talks.Values)
        {
            all.AppendLine(await talk.AllAsync());
        }

        return all.ToString();
    }

    private static int Cards(string chats, string headline) => Regex.Count(chats, $"\"summary\":\"({headline})");

    private static IReadOnlyList<string> Settings(string tenantUrl, string store) =>
    [
        "--environment", "Production",
        $"--Bot:AppId={DemoSettings.AppId}", $"--Bot:TenantId={DemoSettings.TenantId}", "--Bot:Cloud=Custom", "--Bot:Issuer=https://api.botframework.com",
        $"--Bot:OpenIdMetadataUrl={tenantUrl}/demo/entra/botframework/v1/.well-known/openidconfiguration",
        $"--Bot:TokenServiceUrl={tenantUrl}/demo/botservice", $"--Bot:LoginUrl={tenantUrl}/demo/entra", "--Bot:TrustedServiceHosts:0=127.0.0.1",
        "--Bot:Credential=Secret", "--Bot:ClientSecret=demo", $"--Graph:BaseUrl={tenantUrl}/demo/graph/v1.0", $"--Storage:Path={store}",
        "--Reset:ShowPasswordFor=00:00:20",
    ];

    [GeneratedRegex("\"text\":\"(?<text>[^\"]+)\"[^}]*\"fontType\":\"Monospace\"")]
    private static partial Regex Password();

    [GeneratedRegex("\"summary\":\"(Asked|Running|Checking): ")]
    private static partial Regex Open();
}
