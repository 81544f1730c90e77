using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CredBot.Tests.Host;

namespace CredBot.Tests.Stories.Reset;

/// <summary>docs/security.md lists every statement once, and names exactly the tests that prove it; what has none says so.</summary>
public sealed partial class SecurityTable
{
    private const int Statements = 44;
    private const string Open = "open";
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "security.md");

    [Fact]
    public void The_Page_Accounts_For_Every_Statement_And_Names_Its_Tests()
    {
        var (tests, rows) = (Tests(), Rows());

        Assert.Equal(Enumerable.Range(1, Statements), rows.Keys.Order());
        foreach (var (number, proof) in rows)
        {
            var expected = tests.GetValueOrDefault(number, []);
            Assert.True(
                expected.Count is 0 ? proof.StartsWith(Open, StringComparison.Ordinal) : expected.SequenceEqual(Names().Matches(proof).Select(static match => match.Groups[1].Value)),
                $"S{number} says «{proof}»; its tests are: {string.Join(", ", expected)}");
        }
    }

    /// <summary>Writes the last column anew from the tests.</summary>
    [Fact(Explicit = true)]
    public void Write_The_Page()
    {
        var tests = Tests();
        var lines = File.ReadAllLines(Page).Select(line => Row().Match(line) is { Success: true } row && tests.TryGetValue(int.Parse(row.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), out var names)
            ? $"{row.Groups["head"].Value}{string.Join("; ", names.Select(static name => $"`{name}`"))} |"
            : line);
        File.WriteAllText(Page, new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString());
        Assert.True(File.Exists(Page));
    }

    private static Dictionary<int, List<string>> Tests() =>
        (from type in typeof(SecurityTable).Assembly.GetTypes()
         from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
         from proof in method.GetCustomAttributes<SecurityAttribute>()
         let name = $"{type.Name}.{method.Name}"
         orderby name
         group name by proof.Number).ToDictionary(static group => group.Key, static group => group.ToList());

    private static Dictionary<int, string> Rows() => File.ReadAllLines(Page).Select(static line => Row().Match(line)).Where(static row => row.Success)
        .ToDictionary(static row => int.Parse(row.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), static row => row.Groups["proof"].Value.Trim());

    [GeneratedRegex(@"^(?<head>\| S(?<number>\d+) \|[^|]*\| )(?<proof>[^|]*)\|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Names();
}
