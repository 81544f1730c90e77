using System.Globalization;
using System.Text.Json.Nodes;

namespace CredBot.DemoTenant.Graph;

/// <summary>Reads the part of OData's filter language that the directory supports.</summary>
/// <remarks>Source: OData 4.01 URL conventions §5.1.1; Graph «Use the $filter query parameter».</remarks>
internal sealed class ODataFilterParser
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    private readonly string text;
    private int at;

    private ODataFilterParser(string text) => this.text = text;

    /// <exception cref="QueryFault">Not an expression, or one that the directory does not support.</exception>
    public static ODataFilter Parse(string text)
    {
        var parser = new ODataFilterParser(text);
        var filter = parser.Either();
        parser.Blank();
        return parser.at == text.Length ? filter : throw parser.Fault();
    }

    private ODataFilter Either()
    {
        var left = Both();
        while (Word("or"))
        {
            left = new ODataFilter.Either(left, Both());
        }

        return left;
    }

    private ODataFilter Both()
    {
        var left = One();
        while (Word("and"))
        {
            left = new ODataFilter.Both(left, One());
        }

        return left;
    }

    private ODataFilter One()
    {
        if (Sign('('))
        {
            var inner = Either();
            Expect(')');
            return inner;
        }

        if (Word("not"))
        {
            return new ODataFilter.Not(One());
        }

        var name = Name();
        if (name.EndsWith("/any", StringComparison.Ordinal) && Sign('('))
        {
            return Any(name[..^4]);
        }

        return Sign('(') ? Affix(name) : Comparison(name);
    }

    private ODataFilter.Any Any(string collection)
    {
        var variable = Name();
        Expect(':');
        var start = at;
        var depth = 0;
        var quoted = false;
        while (at < text.Length && (quoted || depth > 0 || text[at] is not ')'))
        {
            quoted ^= text[at] is '\'';
            depth += quoted ? 0 : text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            at++;
        }

        var condition = text[start..at].Trim();
        Expect(')');
        // The variable falls away: what is left is a condition on the element itself.
        return new ODataFilter.Any(collection, Parse(condition.Replace($"{variable}/", "", StringComparison.Ordinal)));
    }

    private ODataFilter.Affix Affix(string function)
    {
        var known = function.ToLowerInvariant();
        if (known is not ("startswith" or "endswith"))
        {
            throw QueryFault.Unsupported($"The function '{function}' is not supported in a filter.");
        }

        var property = Name();
        Expect(',');
        if ((Literal() as JsonValue)?.TryGetValue<string>(out var affix) is not true)
        {
            throw Fault();
        }

        Expect(')');
        return new ODataFilter.Affix(known, property, affix!);
    }

    private ODataFilter Comparison(string property)
    {
        if (Word("in"))
        {
            Expect('(');
            List<JsonNode?> literals = [Literal()];
            while (Sign(','))
            {
                literals.Add(Literal());
            }

            Expect(')');
            return new ODataFilter.OneOf(property, literals);
        }

        foreach (var comparison in Comparisons)
        {
            if (Word(comparison))
            {
                return new ODataFilter.Compare(property, comparison, Literal());
            }
        }

        throw Fault();
    }

    private JsonNode? Literal()
    {
        Blank();
        if (at < text.Length && text[at] is '\'')
        {
            return Quoted();
        }

        var start = at;
        while (at < text.Length && text[at] is not (' ' or ',' or ')'))
        {
            at++;
        }

        return text[start..at] switch
        {
            "" => throw Fault(),
            "null" => null,
            "true" => true,
            "false" => false,
            var number when long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            var instant when DateTimeOffset.TryParse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _) => instant,
            var guid when Guid.TryParse(guid, out _) => guid,
            _ => throw Fault(),
        };
    }

    /// <summary>A text in single quotes; a quote inside is written twice.</summary>
    private JsonNode Quoted()
    {
        var value = new System.Text.StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] is not '\'')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] is '\'')
            {
                value.Append(text[at++]);
            }
            else
            {
                at++;
                return value.ToString();
            }
        }

        throw QueryFault.Syntax($"There is an unterminated string literal at position {text.Length} in '{text}'.");
    }

    private string Name()
    {
        Blank();
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '/' or '_' or '.' or '@'))
        {
            at++;
        }

        return at > start ? text[start..at] : throw Fault();
    }

    private bool Word(string word)
    {
        Blank();
        var end = at + word.Length;
        if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) || (end < text.Length && text[end] is not (' ' or '(')))
        {
            return false;
        }

        at = end;
        return true;
    }

    private bool Sign(char sign)
    {
        Blank();
        var there = at < text.Length && text[at] == sign;
        at += there ? 1 : 0;
        return there;
    }

    private void Expect(char sign)
    {
        if (!Sign(sign))
        {
            throw Fault();
        }
    }

    private void Blank()
    {
        while (at < text.Length && text[at] is ' ')
        {
            at++;
        }
    }

    private QueryFault Fault() => QueryFault.Syntax($"Invalid filter clause: syntax error at position {at} in '{text}'.");
}
