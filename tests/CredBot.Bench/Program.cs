using CredBot.Bench;

return args switch
{
    ["kill", .. var rest] => await KillRun.RunAsync(Number(rest, "--times", 20)),
    ["steps"] => await StepsRun.RunAsync(),
    ["storm", .. var rest] => await StormRun.RunAsync(Number(rest, "--kills", 200), Number(rest, "--seed", 1)),
    ["race", .. var rest] => await RaceRun.RunAsync(Number(rest, "--rounds", 1000)),
    ["start"] => await StartRun.RunAsync(5),
    ["fuzz", .. var rest] => await FuzzRun.RunAsync(Number(rest, "--activities", 100_000), Number(rest, "--tokens", 10_000), (uint)Number(rest, "--seed", 1)),
    ["load", .. var rest] => await LoadRun.RunAsync(TimeSpan.FromSeconds(Number(rest, "--seconds", 300))),
    ["nlu", .. var rest] => NluRun.Run(rest is ["--set", var file] ? file : null),
    ["conformance"] => await ConformanceRun.RunAsync(),
    _ => Usage(),
};

static int Number(string[] options, string name, int otherwise) =>
    Array.IndexOf(options, name) is >= 0 and var at ? int.Parse(options[at + 1], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

static int Usage()
{
    Console.Error.WriteLine("kill [--times N]   kill the bot with SIGKILL N times and count what was lost or doubled");
    Console.Error.WriteLine("steps              kill it at every step of a reset, before and after the world hears of the step");
    Console.Error.WriteLine("storm [--kills N] [--seed N]   kill it at random moments under load, and hold everything against the tenant's ledger");
    Console.Error.WriteLine("race [--rounds N]  two agents reset the same person at the same moment: never two resets");
    Console.Error.WriteLine("start              time from process start to the demo's page");
    Console.Error.WriteLine("fuzz [--activities N] [--tokens N] [--seed N]   odd activities and damaged tokens: none accepted, none breaks anything");
    Console.Error.WriteLine("load [--seconds N]   everybody asks at once while the tenant fails: nothing lost, nothing doubled but after a lost reply");
    Console.Error.WriteLine("nlu [--set FILE]   examine the recogniser on labelled messages, by language and intent");
    Console.Error.WriteLine("conformance        run the tests of the protocol's statements and write docs/conformance.md");
    return 2;
}
