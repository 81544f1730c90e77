using CredBot.Tests.World;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>The same question in Korean and in English, and what the card says to each.</summary>
public static class BothLanguages
{
    /// <summary>Asks both; the second answer, for which nobody signs in any more, is counted.</summary>
    /// <param name="asker">Who asks.</param>
    /// <param name="world">Where.</param>
    /// <param name="verdict">Named where the card does not say it.</param>
    /// <param name="korean">The question and a part of the answer.</param>
    /// <param name="english">The same.</param>
    /// <param name="mostReports">Requests to the reporting services that it may cost.</param>
    public static async Task HearsAsync(
        this Person asker, DemoWorld world, string verdict, (string Question, string Answer) korean, (string Question, string Answer) english, int mostReports = 0)
    {
        asker.Locale = "ko-KR";
        await asker.SaysAsync(korean.Question);
        Assert.True(asker.Last.Contains(korean.Answer, StringComparison.Ordinal), $"{verdict}: {asker.Last}");

        // Identity Protection takes one request a second from all apps together.
        world.Time.Advance(TimeSpan.FromSeconds(11));
        await world.DrainAsync();
        world.Reads.Forget();
        await asker.SaysAsync(english.Question);
        Assert.True(asker.Last.Contains(english.Answer, StringComparison.Ordinal), $"{verdict}: {asker.Last}");
        Assert.InRange(world.Reads.All.Count, 1, 8);
        Assert.InRange(world.Reads.Reports, 0, mostReports);
    }
}
