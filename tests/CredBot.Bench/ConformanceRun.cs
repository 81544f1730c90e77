using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CredBot.Bench;

/// <summary>Runs the tests that carry a statement's number and writes docs/conformance.md from what came out.</summary>
internal static class ConformanceRun
{
    private const string Head = """
        # Conformance

        What CredBot holds itself to on the Bot Framework's wire, statement by statement, with the tests that prove it and how they ended when
        this page was written by `dotnet run --project tests/CredBot.Bench -- conformance`. A test fails when the page and the tests disagree.

        """;

    public static async Task<int> RunAsync()
    {
        var root = Root(new DirectoryInfo(AppContext.BaseDirectory));
        var results = Path.Combine(Path.GetTempPath(), $"conformance-{Environment.ProcessId}.xml");
        var tests = Path.Combine(root, "tests", "CredBot.Tests");
        using (var run = Process.Start(new ProcessStartInfo("dotnet", ["run", "--project", tests, "--", "-trait", "Statement=*", "-xml", results, "-noColor"]))!)
        {
            await run.WaitForExitAsync();
        }

        var proofs = XDocument.Load(results).Descendants("test")
            .SelectMany(static test => test.Descendants("trait").Where(static trait => (string?)trait.Attribute("name") is "Statement")
                .Select(trait => (Number: (int)trait.Attribute("value")!, Test: Name(test), Passed: (string?)test.Attribute("result") is "Pass")))
            .ToLookup(static proof => proof.Number);
        File.Delete(results);
        var statements = File.ReadLines(Path.Combine(tests, "Conformance", "statements.tsv")).Select(static line => line.Split('\t')).ToList();
        var page = new StringBuilder(Head);
        foreach (var subject in statements.GroupBy(static cells => cells[1]))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {subject.Key}\n\n| # | Statement | Proof | Result |\n| --- | --- | --- | --- |\n");
            foreach (var cells in subject)
            {
                var proof = proofs[int.Parse(cells[0], CultureInfo.InvariantCulture)].ToList();
                var by = cells[3].Length > 0 ? cells[3] : string.Join(", ", proof.Select(static test => $"`{test.Test}`").Distinct().Order(StringComparer.Ordinal));
                var result = cells[3].Length > 0 ? "does not apply" : proof is [] ? "not proven" : proof.All(static test => test.Passed) ? "passed" : "failed";
                page.Append(CultureInfo.InvariantCulture, $"| {cells[0]} | {cells[2]} | {by} | {result} |\n");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(root, "docs", "conformance.md"), page.ToString());
        var open = statements.Where(cells => cells[3].Length is 0 && !(proofs[int.Parse(cells[0], CultureInfo.InvariantCulture)] is var proof && proof.Any() && proof.All(static test => test.Passed)))
            .Select(static cells => cells[0]).ToList();
        Console.WriteLine($"{statements.Count - open.Count} of {statements.Count} accounted for{(open.Count > 0 ? $"; open: {string.Join(' ', open)}" : "")}");
        return open.Count is 0 ? 0 : 1;
    }

    private static string Name(XElement test) => $"{((string)test.Attribute("type")!).Split('.')[^1]}.{(string)test.Attribute("method")!}";

    private static string Root(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The bench runs outside of the repository.");
    }
}
