using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CredBot.DemoTenant.Graph;

/// <summary>A <c>$search</c>: quoted clauses <c>"property:text"</c> joined by AND or OR.</summary>
/// <remarks>
/// Source: Graph «Use the $search query parameter»: names and descriptions by the beginnings of their words, other properties
/// by their own beginning.
/// </remarks>
internal sealed partial record ODataSearch(IReadOnlyList<IReadOnlyList<ODataSearch.Clause>> Alternatives)
{
    private static readonly string[] Tokenised = ["displayName", "description"];

    public IEnumerable<string> Properties => Alternatives.SelectMany(static clauses => clauses).Select(static clause => clause.Property);

    /// <exception cref="QueryFault">A clause without quotes or without a property.</exception>
    public static ODataSearch Parse(string text)
    {
        if (!Shape().IsMatch(text))
        {
            throw QueryFault.Syntax($"Syntax error in '$search={text}'. Each clause is written \"property:text\", with the quotes.");
        }

        return new ODataSearch([.. Or().Split(text).Select(static part => (IReadOnlyList<Clause>)[.. Quoted().Matches(part).Select(Read)])]);
    }

    public bool Matches(JsonObject entry) => Alternatives.Any(clauses => clauses.All(clause => clause.Matches(entry)));

    private static Clause Read(Match quoted)
    {
        var text = quoted.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? new Clause(text[..colon], text[(colon + 1)..]) : throw QueryFault.Syntax($"'{text}' names no property to search.");
    }

    [GeneratedRegex("""^\s*"(?:[^"\\]|\\.)+"(?:\s+(?:AND|OR)\s+"(?:[^"\\]|\\.)+")*\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex("""(?<=")\s+OR\s+(?=")""", RegexOptions.CultureInvariant)]
    private static partial Regex Or();

    /// <summary>One <c>property:text</c>.</summary>
    internal sealed record Clause(string Property, string Text)
    {
        public bool Matches(JsonObject entry)
        {
            if (entry[Property] is not JsonValue value || value.GetValueKind() is not JsonValueKind.String)
            {
                return false;
            }

            var stored = (string)value!;
            if (!Tokenised.Contains(Property))
            {
                return stored.StartsWith(Text, StringComparison.OrdinalIgnoreCase);
            }

            var words = Words(stored);
            return Words(Text) is { Count: > 0 } wanted
                && wanted.All(want => words.Any(word => word.StartsWith(want, StringComparison.OrdinalIgnoreCase)));
        }

        /// <summary>Words end at anything that is no letter or digit, between a letter and a digit, and before a capital.</summary>
        private static List<string> Words(string text)
        {
            List<string> words = [];
            var word = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                var (letter, before) = (text[i], i > 0 ? text[i - 1] : ' ');
                var begins = (char.IsUpper(letter) && char.IsLower(before)) || char.IsDigit(letter) != char.IsDigit(before);
                if ((begins || !char.IsLetterOrDigit(letter)) && word.Length > 0)
                {
                    words.Add(word.ToString());
                    word.Clear();
                }

                if (char.IsLetterOrDigit(letter))
                {
                    word.Append(letter);
                }
            }

            return word.Length > 0 ? [.. words, word.ToString()] : words;
        }
    }
}
