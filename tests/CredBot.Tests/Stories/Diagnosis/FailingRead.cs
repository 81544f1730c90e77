using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>The ways in which one read of Graph goes wrong, and a question asked while it does.</summary>
public static class FailingRead
{
    /// <summary>HTTP status, or 0 for no answer at all.</summary>
    public static readonly int[] Ways = [403, 404, 429, 503, 0];

    /// <summary>Every path in every way.</summary>
    public static TheoryData<string, int> Of(params string[] paths) =>
        [.. from path in paths from status in Ways select new TheoryDataRow<string, int>(path, status)];

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
