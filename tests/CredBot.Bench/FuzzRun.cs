using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.Demo;
using CredBot.Tests.Fuzz.Inputs;
using Microsoft.Data.Sqlite;

namespace CredBot.Bench;

/// <summary>Throws many thousands of odd activities and damaged tokens at the product and counts what got through or broke.</summary>
internal sealed class FuzzRun(Stage stage, ChannelSink sink, uint seed)
{
    private const int Workers = 16;
    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentQueue<string> broken = new();

    public static async Task<int> RunAsync(int activities, int tokens, uint seed)
    {
        await using var sink = await ChannelSink.StartAsync();
        await using var stage = await Stage.SetAsync("fuzz", Stage.Unlimited);
        return await new FuzzRun(stage, sink, seed).RunAsync(activities, tokens);
    }

    private async Task<int> RunAsync(int activities, int tokens)
    {
        var (accepted, refusedAs) = await TokensAsync(tokens);
        var storedByStrangers = Stored();
        var foreign = await SendAsync(activities / 10, "99999999-9999-4999-8999-999999999999");
        var storedByForeigners = Stored();
        var start = TimeProvider.System.GetTimestamp();
        var own = await SendAsync(activities, DemoSettings.TenantId);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        using var ledger = JsonDocument.Parse(await stage.Tenant.GetStringAsync("/demo/ledger"));
        var alive = await AliveAsync();

        (string What, string Figure, bool Good)[] rows =
        [
            ("seed", $"{seed}", true),
            ("damaged tokens / accepted", $"{tokens} / {accepted} ({refusedAs})", accepted is 0),
            ("documents stored for them", $"{storedByStrangers}", storedByStrangers is 0),
            ("activities of a foreign tenant", $"{activities / 10} ({foreign})", !foreign.Contains("202", StringComparison.Ordinal) && !foreign.Contains("200", StringComparison.Ordinal)),
            ("documents stored for them", $"{storedByForeigners}", storedByForeigners is 0),
            ("activities of the channel", $"{activities} ({own}), {activities / seconds:0} a second", true),
            ("of status 500 or more, 501 for unknown invokes aside", $"{broken.Count}", broken.IsEmpty),
            ("replies sent", $"{sink.Received}", sink.Received > 0),
            ("changes in the tenant", $"{ledger.RootElement.GetArrayLength()}", ledger.RootElement.GetArrayLength() is 0),
            ("turns that failed", $"{Count(stage.Bot.Said, "A turn failed")}", Count(stage.Bot.Said, "A turn failed") is 0),
            ("still ready", $"{alive}", alive),
        ];
        foreach (var (what, figure, good) in rows)
        {
            Console.WriteLine($"{(good ? "ok  " : "BAD ")} {what}: {figure}");
        }

        foreach (var body in broken.Take(5))
        {
            Console.WriteLine(body);
        }

        return rows.All(static row => row.Good) ? 0 : 1;
    }

    private async Task<(int Accepted, string Statuses)> TokensAsync(int count)
    {
        statuses.Clear();
        using var stranger = RSA.Create(2048);
        var modulus = stage.Tokens.ChannelKeys.Keys[^1].Rsa.ExportParameters(includePrivateParameters: false).Modulus!;
        var body = Encoding.UTF8.GetBytes(Frame(0, DemoSettings.TenantId).ToJsonString());
        await SpreadAsync(DamagedToken.From(stage.Tokens.ForChannel(sink.Url), stranger, modulus).Of(seed, count).Select(header => (body, header)));
        return (statuses.Where(static pair => pair.Key < 400).Sum(static pair => pair.Value), Statuses());
    }

    private async Task<string> SendAsync(int count, string tenant)
    {
        statuses.Clear();
        const int Places = 500;
        var header = $"Bearer {stage.Tokens.ForChannel(sink.Url)}";
        var series = Enumerable.Range(0, Places)
            .SelectMany(place => FuzzedActivity.From(Frame(place, tenant)).Of(seed + (uint)place, (count + Places - 1) / Places)).Take(count);
        await SpreadAsync(series.Select(body => (body, header)));
        return Statuses();
    }

    private async Task SpreadAsync(IEnumerable<(byte[] Body, string Header)> requests)
    {
        using var http = new HttpClient { BaseAddress = new Uri(stage.BotUrl) };
        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (request, cancellationToken) =>
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(request.Body) };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            message.Headers.TryAddWithoutValidation("Authorization", request.Header);
            using var answer = await http.SendAsync(message, cancellationToken);
            var status = (int)answer.StatusCode;
            statuses.AddOrUpdate(status, 1, static (_, count) => count + 1);
            if (status >= 500 && status is not 501)
            {
                broken.Enqueue($"{status} {Encoding.UTF8.GetString(request.Body)}");
            }
        });
    }

    /// <summary>An activity as Teams addresses it, in one of many personal chats.</summary>
    private JsonObject Frame(int place, string tenant) => new()
    {
        ["type"] = "message",
        ["id"] = "1",
        ["text"] = "help",
        ["channelId"] = "msteams",
        ["serviceUrl"] = sink.Url,
        ["locale"] = place % 2 is 0 ? "ko-KR" : "en-US",
        ["from"] = new JsonObject { ["id"] = $"29:1{place}", ["name"] = "김소라", ["aadObjectId"] = $"00000000-0000-4000-8000-{place.ToString("x12", CultureInfo.InvariantCulture)}" },
        ["recipient"] = new JsonObject { ["id"] = $"28:{DemoSettings.AppId}", ["name"] = "CredBot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:1{place}", ["conversationType"] = "personal", ["tenantId"] = tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
    };

    private string Statuses() => string.Join(", ", statuses.OrderBy(static pair => pair.Key).Select(static pair => $"{pair.Key}: {pair.Value}"));

    private long Stored()
    {
        using var store = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(stage.Store, "credbot.db"), Pooling = false }.ToString());
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "select count(*) from grain";
        return (long)command.ExecuteScalar()!;
    }

    private async Task<bool> AliveAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync($"{stage.BotUrl}/health/ready");
        return answer.IsSuccessStatusCode;
    }

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
