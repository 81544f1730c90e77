using System.CommandLine;
using CredBot.Knowledge;

namespace CredBot.Commands;

/// <summary><c>faq lint</c>: the corpus checked against its own rules.</summary>
internal static class FaqCommand
{
    public static Command Create(TextWriter output)
    {
        var lint = new Command("lint", "Check the FAQ: languages, links, names, review dates.");
        lint.SetAction((_, _) => LintAsync(output));
        return new Command("faq", "The knowledge.") { lint };
    }

    private static async Task<int> LintAsync(TextWriter output)
    {
        var problems = FaqLint.Check(FaqCorpus.Load(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        foreach (var problem in problems)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        await output.WriteLineAsync(problems.Count is 0 ? "The FAQ is clean." : $"{problems.Count} problems.");
        return problems.Count is 0 ? ExitCode.Good : ExitCode.Bad;
    }
}
