using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>The ways in which one read of Graph goes wrong, and a question asked while it does.</summary>
public static class FailingRead
{
    /// <summary>HTTP status, or 0 for no answer at all. Refusals come last: they are believed for a while.</summary>
    public static readonly int[] Ways = [429, 503, 0, 403, 404];

    /// <summary>One row a read; each goes wrong in every way.</summary>
    public static TheoryData<string> Of(params string[] paths) => [.. paths];

    /// <summary>Asks the same while the read fails in one way after the other, with time enough in between for every wait that was asked for.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="world">Where.</param>
    /// <param name="question">What.</param>
    /// <param name="path">Of the read that fails.</param>
    /// <param name="check">What has to hold each time, by HTTP status, or 0 for no answer at all.</param>
    /// <param name="query">Part of its query, where other reads go to the same path; null for any.</param>
    public static async Task InEveryWayAsync(this Person person, DemoWorld world, string question, string path, Action<int> check, string? query = null)
    {
        foreach (var status in Ways)
        {
            world.Reads.Forget();
            await person.AskAsync(world, question, path, status, query);
            try
            {
                check(status);
            }
            catch (Xunit.Sdk.XunitException wrong)
            {
                throw new Xunit.Sdk.XunitException($"{path} answered {status}: {wrong.Message}\n{person.Last}", wrong);
            }

            await world.ClearFaultsAsync();
            await world.PassAsync(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Asks while the read fails; one that asks for patience asks for more than a turn has.</summary>
    /// <param name="person">Who asks.</param>
    /// <param name="world">Where.</param>
    /// <param name="question">What.</param>
    /// <param name="path">Of the read that fails.</param>
    /// <param name="status">HTTP status, or 0 for no answer at all.</param>
    /// <param name="query">Part of its query, where other reads go to the same path; null for any.</param>
    public static async Task AskAsync(this Person person, DemoWorld world, string question, string path, int status, string? query = null)
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
