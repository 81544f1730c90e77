using Xunit.v3;

namespace CredBot.Tests.Conformance;

/// <summary>The test proves a statement of the protocol's checklist; the statements stand in <c>statements.tsv</c>, the table of proofs in docs/conformance.md.</summary>
/// <param name="number">1 to 160.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class StatementAttribute(int number) : Attribute, ITraitAttribute
{
    /// <summary>Name of the trait that carries the number into a result file.</summary>
    public const string Trait = "Statement";

    public int Number => number;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [KeyValuePair.Create(Trait, number.ToString(System.Globalization.CultureInfo.InvariantCulture))];
}
