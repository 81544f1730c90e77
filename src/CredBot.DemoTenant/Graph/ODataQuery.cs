using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>The system query options of one request, read but not yet applied.</summary>
internal sealed record ODataQuery
{
    public IReadOnlyList<string>? Select { get; init; }
    public ODataFilter? Filter { get; init; }
    public ODataSearch? Search { get; init; }

    /// <value>1–999, or null for the collection's own page size.</value>
    public int? Top { get; init; }

    public bool Count { get; init; }
    public string? OrderBy { get; init; }
    public bool Descending { get; init; }
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <value>How many entries earlier pages have shown.</value>
    public int Skipped { get; init; }

    /// <value>Whether the caller accepts an index that may lag: the header <c>ConsistencyLevel: eventual</c>.</value>
    public bool Eventual { get; init; }

    /// <value>The options as sent, without the page mark; what a next link repeats.</value>
    public string Sent { get; init; } = "";

    /// <exception cref="QueryFault">An option is unknown, malformed or not supported.</exception>
    public static ODataQuery Read(HttpRequest request)
    {
        var eventual = request.Headers["ConsistencyLevel"].ToString().Equals("eventual", StringComparison.OrdinalIgnoreCase);
        var query = new ODataQuery { Eventual = eventual };
        var sent = new StringBuilder();
        foreach (var (name, values) in request.Query)
        {
            var value = values.ToString();
            query = query.With(name.TrimStart('$').ToLowerInvariant(), name, value);
            if (name is not "$skiptoken")
            {
                sent.Append(sent.Length is 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return query with { Sent = sent.ToString() };
    }

    /// <summary>The opaque mark of the page that begins after <paramref name="shown"/> entries.</summary>
    public static string PageMark(int shown) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes($"page:{shown}")).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    // The dollar sign may be left out in v1.0; anything else with one is no option of OData.
    private ODataQuery With(string option, string name, string value) => option switch
    {
        "select" => this with { Select = [.. value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)] },
        "filter" => this with { Filter = ODataFilterParser.Parse(value) },
        "search" => this with { Search = ODataSearch.Parse(value) },
        "top" => this with { Top = ReadTop(value) },
        "count" => this with { Count = value is "true" },
        "orderby" => With(value.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        "expand" => this with { Expand = ReadExpand(value) },
        "skiptoken" => this with { Skipped = ReadPageMark(value) },
        "skip" => throw QueryFault.Syntax("'$skip' is not supported by the service."),
        _ when name.StartsWith('$') => throw QueryFault.Syntax($"The query parameter '{name}' is not supported."),
        _ => this,
    };

    private ODataQuery With(string[] order) => order switch
    {
        [var property] => this with { OrderBy = property },
        [var property, "asc"] => this with { OrderBy = property },
        [var property, "desc"] => this with { OrderBy = property, Descending = true },
        _ => throw QueryFault.Syntax("Syntax error in '$orderby'."),
    };

    private static int ReadTop(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is >= 1 and <= 999
            ? top
            : throw QueryFault.Syntax($"Invalid page size specified: '{value}'. Must be between 1 and 999 inclusive.");

    /// <summary>Names only: what stands in parentheses after one is not looked at.</summary>
    private static string[] ReadExpand(string value)
    {
        var depth = 0;
        var names = new StringBuilder();
        foreach (var letter in value)
        {
            depth += letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth is 0 && letter is not ')')
            {
                names.Append(letter);
            }
        }

        return names.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static int ReadPageMark(string value)
    {
        try
        {
            var padded = value.Replace('-', '+').Replace('_', '/').PadRight((value.Length + 3) / 4 * 4, '=');
            var text = Encoding.ASCII.GetString(Convert.FromBase64String(padded));
            return text.StartsWith("page:", StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
                ? shown
                : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new QueryFault("Directory_ExpiredPageToken", "The specified page token value has expired.");
        }
    }
}
