using CredBot.Bench;

return args switch
{
    ["kill", .. var rest] => await KillRun.RunAsync(rest is ["--times", var times] ? int.Parse(times, System.Globalization.CultureInfo.InvariantCulture) : 20),
    ["start"] => await StartRun.RunAsync(5),
    ["conformance"] => await ConformanceRun.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("kill [--times N]   kill the bot with SIGKILL N times and count what was lost or doubled");
    Console.Error.WriteLine("start              time from process start to the demo's page");
    Console.Error.WriteLine("conformance        run the tests of the protocol's statements and write docs/conformance.md");
    return 2;
}
