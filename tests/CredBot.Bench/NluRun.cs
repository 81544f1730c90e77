using System.Globalization;
using System.Text.Json;
using CredBot.Knowledge;

namespace CredBot.Bench;

/// <summary>Examines the recogniser on labelled messages that it was not taught: by language, by intent, and how long a message takes.</summary>
internal sealed class NluRun
{
    private static readonly int[] AllowedPercent = [1, 2, 5, 10];

    private readonly Recogniser recogniser = new();

    /// <param name="file">Lines of JSON with <c>lang</c>, <c>text</c> and <c>intent</c>, or tab-separated language, intent, text; null: the repository's own.</param>
    public static int Run(string? file)
    {
        var lines = Read(file ?? Path.Combine(BotProcess.Root, "seeds", "eval", "utterances.tsv")).ToList();
        var run = new NluRun();
        _ = run.recogniser.Recognise("warm up", null);
        var answers = lines.Select(line => new Answer(line, run.recogniser.Recognise(line.Text, null))).ToList();
        foreach (var group in answers.GroupBy(static answer => answer.Line.Language).Append(new All(answers)))
        {
            Tell(group.Key, [.. group]);
        }

        foreach (var intent in Worst(answers))
        {
            Console.WriteLine(intent);
        }

        Times(run.recogniser, lines);
        return 0;
    }

    private static void Tell(string language, IReadOnlyList<Answer> answers)
    {
        var ours = answers.Where(static answer => !answer.IsForeign).ToList();
        var foreign = answers.Where(static answer => answer.IsForeign).ToList();
        var figures = new (string, double)[]
        {
            ("top-1", Share(ours, static answer => answer.Place is 0)), ("top-3", Share(ours, static answer => answer.Place >= 0)),
            ("accepted and right", Share(ours, static answer => answer.IsSure && answer.Place is 0)),
            ("false accepts", Share(foreign, static answer => answer.IsSure)),
        };
        Console.WriteLine($"{language,-8} {ours.Count,4} + {foreign.Count,3}  {string.Join("  ", figures.Select(static figure => $"{figure.Item1} {figure.Item2:P1}"))}"
            + $"  at {string.Join(", ", AllowedPercent.Select(percent => $"FA{percent} {At(ours, foreign, percent):P0}"))}");
    }

    /// <summary>In scope, accepted and right, at the score from which on so many of what is out of scope are accepted at most.</summary>
    private static double At(List<Answer> ours, List<Answer> foreign, int percent)
    {
        var scores = foreign.Select(static answer => answer.Recognition.Score).OrderDescending().ToList();
        var allowed = scores.Count * percent / 100;
        var from = allowed < scores.Count ? scores[allowed] : 0;
        return Share(ours, answer => answer.Place is 0 && answer.Recognition.Score > from);
    }

    private static IEnumerable<string> Worst(List<Answer> answers) => answers.Where(static answer => !answer.IsForeign).GroupBy(static answer => answer.Line.Intent)
        .Select(static group => (Intent: group.Key, Right: Share([.. group], static answer => answer.Place is 0), Instead: string.Join(", ", group.Where(static answer => answer.Place is not 0)
            .CountBy(static answer => answer.Recognition.Top[0].Intent).OrderByDescending(static pair => pair.Value).Take(3).Select(static pair => $"{pair.Key} {pair.Value}"))))
        .OrderBy(static one => one.Right).Take(10).Select(static one => string.Create(CultureInfo.InvariantCulture, $"  {one.Intent}: {one.Right:P0}; instead: {one.Instead}"));

    private static void Times(Recogniser recogniser, List<Line> lines)
    {
        List<double> times = [];
        foreach (var line in Enumerable.Range(0, 3).SelectMany(_ => lines))
        {
            var start = TimeProvider.System.GetTimestamp();
            _ = recogniser.Recognise(line.Text, null);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a message: p50 {times[times.Count / 2]:0.00} ms, p99 {times[times.Count * 99 / 100]:0.00} ms"));
    }

    private static IEnumerable<Line> Read(string file) => File.ReadLines(file).Where(static line => line.Length > 0 && line[0] is not '#').Select(static line =>
    {
        if (line[0] is '{')
        {
            using var json = JsonDocument.Parse(line);
            return new Line(json.RootElement.GetProperty("lang").GetString()!, json.RootElement.GetProperty("intent").GetString()!, json.RootElement.GetProperty("text").GetString()!);
        }

        var parts = line.Split('\t');
        return new Line(parts[0], parts[1], parts[2]);
    });

    private static double Share(IReadOnlyCollection<Answer> answers, Func<Answer, bool> holds) => answers.Count is 0 ? 0 : (double)answers.Count(holds) / answers.Count;

    private sealed record Line(string Language, string Intent, string Text);

    private sealed record Answer(Line Line, Recognition Recognition)
    {
        public bool IsForeign => Line.Intent is Intents.OutOfScope;
        public bool IsSure => Recognition.Confidence is Confidence.Sure;

        /// <summary>Where the right intent stands among the nearest three; -1: nowhere.</summary>
        public int Place => Recognition.Top.Select(static top => top.Intent).ToList().IndexOf(Line.Intent);
    }

    private sealed class All(IEnumerable<Answer> answers) : List<Answer>(answers), IGrouping<string, Answer>
    {
        public string Key => "all";
    }
}
