using System.Reflection;
using CredBot.Tests.Host;

namespace CredBot.Tests.Stories.Diagnosis;

/// <summary>docs/diagnosis.md tells the truth: every verdict of every question, who gets it, and the test that shows it.</summary>
public sealed class DiagnosisTable
{
    private static readonly string Page = Path.Combine(Repository.Root, "docs", "diagnosis.md");

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
    public void The_Page_Lists_Every_Verdict_With_Its_Person_And_Test()
    {
        var rows =
            from one in All
            from row in Rows(one.Test)
            orderby int.TryParse(one.Diagnosis.Question.Split('.')[0], out var number) ? number : int.MaxValue, one.Diagnosis.Question, row.Verdict, row.Person
            select $"| {one.Diagnosis.Question} | {row.Verdict} | {row.Person} | {row.English} | `{one.Test.DeclaringType!.Name}.{one.Test.Name}` |";

        Assert.Equal(rows.Distinct(), File.ReadLines(Page).Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && line.EndsWith("` |", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Verdict, string Person, string English)> Rows(MethodInfo test) =>
        test.GetCustomAttributes<InlineDataAttribute>().Select(static row => row.Data).Select(static data => ((string)data[0]!, (string)data[1]!, (string)data[3]!));
}
