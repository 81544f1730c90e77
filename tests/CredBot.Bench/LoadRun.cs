using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.People;
using CredBot.Knowledge;

namespace CredBot.Bench;

/// <summary>Everybody of the tenant asks one question after the other, as fast as answers come, while the channel fails in every way it knows.</summary>
internal sealed class LoadRun(Stage stage, IReadOnlyList<FaqEntry> questions)
{
    private const string Channel = "^/demo/botservice/v3/";

    /// <summary>A fault lasts for two to five messages, so about one message in fifteen meets one.</summary>
    private const int AnswersPerFault = 60;

    private readonly List<double> seconds = [];
    private int lostReplies;
    private int faults;
    private bool over;

    public static async Task<int> RunAsync(TimeSpan span)
    {
        await using var stage = await Stage.SetAsync("load", Stage.Unlimited);
        var corpus = FaqCorpus.Load();
        return await new LoadRun(stage, [.. Intents.Faq.Select(id => corpus.Get(id, "en"))]).PlayAsync(span);
    }

    private async Task<int> PlayAsync(TimeSpan span)
    {
        var talks = stage.Service<DemoDirectory>().People.Where(static person => person.Listed).Select(person => new Talk(stage.Tenant, person.Id)).ToList();
        foreach (var talk in talks)
        {
            await AskAsync(talk, 0);
        }

        seconds.Clear();
        var memory = stage.Bot.Memory;
        var start = TimeProvider.System.GetTimestamp();
        var asking = talks.Select(GoOnAsync).ToList();
        await FailAsync(span);
        over = true;
        var asked = await Task.WhenAll(asking);
        var took = TimeProvider.System.GetElapsedTime(start).TotalSeconds;

        // What a late second delivery would bring has come by then, and what waits for its next try has had it.
        await Waiting.ForAsync(TimeSpan.FromSeconds(30));
        var (lost, doubled) = await CountAsync(talks, asked);
        seconds.Sort();
        var declared = stage.Bot.Said.Split("An owed Send is given up").Length - 1;
        (string What, string Figure, bool Good)[] rows =
        [
            ("people", $"{talks.Count}", true),
            ("questions asked / answered in time", $"{asked.Sum()} / {seconds.Count + talks.Count} in {took:0} s, {asked.Sum() / took:0.0} a second", true),
            ("faults of the channel", $"{faults}", true),
            ("seconds to the answer, median / 95 % / 99 % / longest", $"{At(0.5):0.00} / {At(0.95):0.00} / {At(0.99):0.00} / {seconds[^1]:0.00}", true),
            ("answers lost / posts that the bot's log gives up", $"{lost} / {declared}", lost <= declared),
            ("answers doubled / replies that the channel lost", $"{doubled} / {lostReplies}", doubled <= lostReplies),
            ("the bot's memory, MB at start / at the end", $"{memory / 1048576} / {stage.Bot.Memory / 1048576}", true),
            ("errors in the bot's log", $"{stage.Bot.Said.Split("fail:").Length - 1}", true),
        ];
        foreach (var (what, figure, good) in rows)
        {
            Console.WriteLine($"{(good ? "ok  " : "BAD ")} {what}: {figure}");
        }

        return rows.All(static row => row.Good) ? 0 : 1;
    }

    private int Answered
    {
        get
        {
            lock (seconds)
            {
                return seconds.Count;
            }
        }
    }

    private double At(double share) => seconds[(int)(share * (seconds.Count - 1))];

    /// <returns>How many questions this person asked, the first one before the load included.</returns>
    private async Task<int> GoOnAsync(Talk talk)
    {
        var asked = 1;
        for (; !over; asked++)
        {
            await AskAsync(talk, asked);
        }

        return asked;
    }

    private async Task AskAsync(Talk talk, int number)
    {
        var title = questions[number % questions.Count].Title;
        var before = Answers(await talk.ReadAsync(), title);
        var start = TimeProvider.System.GetTimestamp();
        try
        {
            await talk.SayAsync(title, async () => Answers(await talk.ReadAsync(), title) > before);
        }
        catch (TimeoutException)
        {
            // Lost, or only late: the count at the end tells which, and the bot's log must have said so.
            return;
        }

        lock (seconds)
        {
            seconds.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
        }
    }

    private static int Answers(IReadOnlyList<JsonObject> messages, string title) => messages.Count(message => (string?)message["summary"] == title);

    private async Task<(int Lost, int Doubled)> CountAsync(IReadOnlyList<Talk> talks, IReadOnlyList<int> asked)
    {
        var (lost, doubled) = (0, 0);
        foreach (var (talk, count) in talks.Zip(asked))
        {
            var (missing, more) = Compare(await talk.ReadAsync(), count);
            lost += missing;
            doubled += more;
        }

        return (lost, doubled);
    }

    private (int Missing, int More) Compare(IReadOnlyList<JsonObject> messages, int asked)
    {
        var (missing, more) = (0, 0);
        foreach (var (at, question) in questions.Index())
        {
            var wanted = (asked - at + questions.Count - 1) / questions.Count;
            var found = Answers(messages, question.Title);
            missing += Math.Max(0, wanted - found);
            more += Math.Max(0, found - wanted);
        }

        return (missing, more);
    }

    private async Task FailAsync(TimeSpan span)
    {
        var start = TimeProvider.System.GetTimestamp();
        var failed = 0;
        while (TimeProvider.System.GetElapsedTime(start) < span)
        {
            // By answers and not by time: where a fault slows the line down, the next one would else meet ever fewer, and in the end every message.
            if (Answered / AnswersPerFault > failed)
            {
                await FaultAsync(failed++ % 5);
            }

            await Waiting.ForAsync(TimeSpan.FromMilliseconds(100));
        }

        using var cleared = await stage.Tenant.DeleteAsync("/demo/faults");
    }

    private async Task FaultAsync(int kind)
    {
        faults++;
        lostReplies += kind is 4 ? 2 : 0;
        object fault = kind switch
        {
            0 => new { path = Channel, kind = "status", status = 429, retryAfter = 1, times = 5 },
            1 => new { path = Channel, kind = "status", status = 503, times = 5 },
            2 => new { path = Channel, kind = "status", status = 502, times = 3 },
            3 => new { path = Channel, kind = "slow", seconds = 2, times = 5 },
            _ => new { path = Channel, kind = "lostReply", times = 2 },
        };
        using var answer = await stage.Tenant.PostAsJsonAsync("/demo/faults", fault);
        answer.EnsureSuccessStatusCode();
    }
}
