namespace CredBot.Bench;

/// <summary>Time from the start of the process to the demo's page.</summary>
internal static class StartRun
{
    public static async Task<int> RunAsync(int times)
    {
        using var http = new HttpClient();
        List<double> seconds = [];
        for (var turn = 0; turn < times; turn++)
        {
            var url = Stage.FreeUrl();
            using var bot = new BotProcess(url, ["--environment", "Demo"]);
            var start = TimeProvider.System.GetTimestamp();
            await bot.StartAsync(http, "/");
            seconds.Add(TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            bot.Kill();
        }

        seconds.Sort();
        Console.WriteLine($"start to page: min {seconds[0]:0.00} s, median {seconds[times / 2]:0.00} s, max {seconds[^1]:0.00} s");
        return 0;
    }
}
