using CredBot.Tests.Host;

namespace CredBot.Tests.Conformance;

/// <summary>docs/conformance.md tells the truth: every statement, the tests that prove it, and that they passed when it was written.</summary>
public sealed class ConformanceTable
{
    [Fact]
    public void The_Table_Accounts_For_Every_Statement()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "conformance.md"))
            .Where(static line => line.Length > 2 && line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(static line => line.Split(" | "))
            .ToDictionary(static cells => int.Parse(cells[0].TrimStart('|', ' '), System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(Enumerable.Range(1, 160), Statement.All.Select(static statement => statement.Number));
        Assert.All(Statement.All, statement =>
        {
            var row = rows[statement.Number];
            var tests = statement.Tests();
            Assert.Equal(statement.Text, row[1]);
            Assert.True(statement.NotApplicable is not null ^ tests.Count > 0, $"Statement {statement.Number} needs a test or a reason, and not both: {statement.Text}");
            Assert.Equal(statement.NotApplicable ?? string.Join(", ", tests.Select(static test => $"`{test}`")), row[2]);
            Assert.Equal(statement.NotApplicable is null ? "passed" : "does not apply", row[3].TrimEnd('|', ' '));
        });
    }
}
