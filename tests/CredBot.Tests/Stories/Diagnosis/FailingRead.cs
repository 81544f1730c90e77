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
    public static async Task AskAsync(this Person person, DemoWorld world, string question, string path, int status)
    {
        if (status is 0)
        {
            await world.FaultAsync(new { path, kind = "slow", seconds = 60 });
            await world.OutlastAsync(path, person.SaysAsync(question));
        }
        else
        {
            await world.FaultAsync(new { path, kind = "status", status, retryAfter = 60 });
            await person.SaysAsync(question);
        }
    }
}
