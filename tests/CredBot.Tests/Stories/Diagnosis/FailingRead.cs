using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>One read of Graph goes wrong in every way, and the same question is asked each time.</summary>
public static class FailingRead
{
    /// <summary>HTTP status, or 0 for no answer at all. Refusals come last: they are believed for a while.</summary>
    public static readonly int[] Ways = [429, 503, 0, 403, 404];

    /// <summary>Longer than any service of Graph counts requests for.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(11);

    /// <summary>Asks once for each way in one world, one after the other, and looks at each answer; what fails names its way.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="world">Where; nothing is broken in it afterwards.</param>
    /// <param name="question">What.</param>
    /// <param name="path">Of the read that fails.</param>
    /// <param name="look">Looks at the answer to a way.</param>
    /// <param name="query">Part of its query, where other reads go to the same path; null for any.</param>
    /// <param name="first">Said before, while every read succeeds; null for nothing.</param>
    public static Task AskInEveryWayAsync(
        this Person person, DemoWorld world, string question, string path, Action<int> look, string? query = null, string? first = null) =>
        Assert.AllAsync(Ways, async status =>
        {
            world.Time.Advance(Forgotten);
            await world.DrainAsync();
            if (first is not null)
            {
                await person.SaysAsync(first);
            }

            world.Reads.Forget();
            var before = person.Seen.Count;

            await person.AskAsync(world, question, path, status, query);
            await world.ClearFaultsAsync();

            Assert.True(person.Seen.Count > before, "Nothing was answered.");
            Assert.InRange(world.Reads.All.Count, 1, 8);
            Assert.InRange(world.Reads.Reports, 0, 2);
            look(status);
        });

    /// <summary>Part of what is said of a read that failed so.</summary>
    public static string Sentence(int status) => status is 0 ? "Microsoft Graph did not answer" : $"({status}";

    /// <summary>Asks while the read fails; one that asks for patience asks for more than a turn has.</summary>
    private static async Task AskAsync(this Person person, DemoWorld world, string question, string path, int status, string? query)
    {
        if (status is 0)
        {
            await world.FaultAsync(new { path, query, kind = "slow", seconds = 60 });
            await world.OutlastAsync(query ?? path, person.SaysAsync(question));
        }
        else
        {
            await world.FaultAsync(new { path, query, kind = "status", status, retryAfter = 60 });
            await person.SaysAsync(question);
        }
    }
}
