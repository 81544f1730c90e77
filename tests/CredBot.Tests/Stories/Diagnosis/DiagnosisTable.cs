using System.Globalization;
using System.Reflection;
using System.Text;
using CredBot.Tests.Host;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>docs/diagnosis.md tells the truth: every verdict of every question, who gets it, and the test that shows it.</summary>
public sealed class DiagnosisTable
{
    private const string Head = """
        # Diagnosis

        What CredBot can conclude, question by question: the verdict, somebody of the demo tenant who gets it, what their card says, and the test
        that asks in Korean and in English and reads both cards. The page is written from the tests by
        `dotnet run --project tests/CredBot.Tests -- -explicit only -method "*.Write_The_Page"`, and a test fails when they disagree.

        Each card is complete in one turn, made of at most eight requests to Graph, two of them to its reporting services; with any one of them
        failing (403, 404, 429, 503, no answer) the card still comes and names what it could not see. What cannot be reached by being somebody is
        reached by changing the tenant: `PUT /demo/conditions` with `{"sync": "Never", "premium": false, …}`, or by `POST /demo/faults`.

        """;

    private static readonly string File = Path.Combine(Repository.Root, "docs", "diagnosis.md");

    private static IEnumerable<(DiagnosisAttribute Diagnosis, MethodInfo Test)> All =>
        from type in typeof(DiagnosisTable).Assembly.GetTypes()
        from method in type.GetMethods()
        let diagnosis = method.GetCustomAttribute<DiagnosisAttribute>()
        where diagnosis is not null
        select (diagnosis, method);

    [Fact]
    public void Every_Verdict_Is_Reached()
    {
        Assert.All(All.GroupBy(static one => one.Diagnosis.Verdicts), static question =>
        {
            var reached = question.SelectMany(static one => Rows(one.Test)).Select(static row => row.Verdict).Distinct().Order();
            Assert.Equal(Enum.GetNames(question.Key).Order(), reached);
        });
    }

    [Fact]
    public void Every_Kind_Of_Verdict_Is_Told_About() =>
        Assert.Empty(Assembly.Load("CredBot.Dialogs").GetTypes().Where(static type => type.IsEnum && type.Name.EndsWith("Verdict", StringComparison.Ordinal))
            .Except(All.Select(static one => one.Diagnosis.Verdicts)));

    [Fact]
    public async Task The_Page_Says_The_Same() => Assert.Equal(Page(), await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken));

    [Fact(Explicit = true)]
    public async Task Write_The_Page()
    {
        await System.IO.File.WriteAllTextAsync(File, Page(), TestContext.Current.CancellationToken);
        Assert.True(System.IO.File.Exists(File));
    }

    private static string Page()
    {
        var page = new StringBuilder(Head);
        var questions = All.GroupBy(static one => one.Diagnosis.Question)
            .OrderBy(static question => int.TryParse(question.Key.Split('.')[0], CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue)
            .ThenBy(static question => question.Key, StringComparer.Ordinal);
        foreach (var question in questions)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {question.Key}\n\n| Verdict | Demo person | The card says | Test |\n| --- | --- | --- | --- |\n");
            var rows = question.SelectMany(static one => Rows(one.Test).Select(row => (row, one.Test)))
                .OrderBy(one => Array.IndexOf(Enum.GetNames(question.First().Diagnosis.Verdicts), one.row.Verdict)).ThenBy(static one => one.row.Person, StringComparer.Ordinal);
            foreach (var (row, test) in rows)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {row.Verdict} | {row.Person} | {row.English} / {row.Korean} | `{test.DeclaringType!.Name}.{test.Name}` |\n");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<(string Verdict, string Person, string Korean, string English)> Rows(MethodInfo test) =>
        test.GetCustomAttributes<InlineDataAttribute>().Select(static row => row.Data)
            .Select(static data => ((string)data[0]!, (string)data[1]!, (string)data[2]!, (string)data[3]!));
}
