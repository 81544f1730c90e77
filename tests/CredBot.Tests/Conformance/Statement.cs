using System.Globalization;
using System.Reflection;
using CredBot.Tests.Host;

namespace CredBot.Tests.Conformance;

/// <summary>One statement about the protocol.</summary>
/// <param name="Number">1 to 160.</param>
/// <param name="Subject">What part of the protocol it is about.</param>
/// <param name="Text">What must hold.</param>
/// <param name="NotApplicable">Why it does not apply here; null where it does.</param>
internal sealed record Statement(int Number, string Subject, string Text, string? NotApplicable)
{
    public static IReadOnlyList<Statement> All { get; } =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "CredBot.Tests", "Conformance", "statements.tsv")).Select(Read)];

    /// <summary>The tests that claim to prove it, as <c>Class.Method</c>.</summary>
    public IReadOnlyList<string> Tests() =>
        [.. typeof(Statement).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<StatementAttribute>().Any(statement => statement.Number == Number))
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}")
            .Order(StringComparer.Ordinal)];

    private static Statement Read(string line) => line.Split('\t') is [var number, var subject, var text, var reason]
        ? new(int.Parse(number, CultureInfo.InvariantCulture), subject, text, reason.Length is 0 ? null : reason)
        : throw new FormatException($"Four columns are wanted: {line}");
}
