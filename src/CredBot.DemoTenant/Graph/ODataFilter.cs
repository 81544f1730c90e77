using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CredBot.DemoTenant.Graph;

/// <summary>A condition on one entry.</summary>
internal abstract record ODataFilter
{
    private ODataFilter() { }

    /// <summary>Whether the directory answers it only from its index: <c>ConsistencyLevel: eventual</c> and <c>$count=true</c>.</summary>
    public abstract bool Advanced { get; }

    /// <value>The top-level properties it looks at.</value>
    public abstract IEnumerable<string> Properties { get; }

    public abstract bool Matches(JsonNode entry);

    public sealed record Compare(string Property, string Operator, JsonNode? Literal) : ODataFilter
    {
        public override bool Advanced => Operator is "ne";
        public override IEnumerable<string> Properties => [Root(Property)];

        public override bool Matches(JsonNode entry)
        {
            var value = Read(entry, Property);
            if (Operator is "eq" or "ne")
            {
                return Same(value, Literal) == (Operator is "eq");
            }

            return value is not null && Literal is not null && Order(value, Literal) is var order && Operator switch
            {
                "gt" => order > 0,
                "ge" => order >= 0,
                "lt" => order < 0,
                _ => order <= 0,
            };
        }
    }

    public sealed record OneOf(string Property, IReadOnlyList<JsonNode?> Literals) : ODataFilter
    {
        public override bool Advanced => false;
        public override IEnumerable<string> Properties => [Root(Property)];
        public override bool Matches(JsonNode entry) => Read(entry, Property) is var value && Literals.Any(literal => Same(value, literal));
    }

    public sealed record Affix(string Function, string Property, string Text) : ODataFilter
    {
        public override bool Advanced => Function is "endswith";
        public override IEnumerable<string> Properties => [Root(Property)];

        public override bool Matches(JsonNode entry) => Read(entry, Property) is JsonValue value && value.GetValueKind() is JsonValueKind.String
            && (Function is "startswith"
                ? ((string)value!).StartsWith(Text, StringComparison.OrdinalIgnoreCase)
                : ((string)value!).EndsWith(Text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary><c>collection/any(x:x/property eq 'value')</c>; the inner property is empty for a collection of plain values.</summary>
    public sealed record Any(string Collection, ODataFilter Condition) : ODataFilter
    {
        public override bool Advanced => false;
        public override IEnumerable<string> Properties => [Root(Collection)];
        public override bool Matches(JsonNode entry) =>
            Read(entry, Collection) is JsonArray values && values.Any(value => value is not null && Condition.Matches(value));
    }

    public sealed record Not(ODataFilter Inner) : ODataFilter
    {
        public override bool Advanced => true;
        public override IEnumerable<string> Properties => Inner.Properties;
        public override bool Matches(JsonNode entry) => !Inner.Matches(entry);
    }

    public sealed record Both(ODataFilter Left, ODataFilter Right) : ODataFilter
    {
        public override bool Advanced => Left.Advanced || Right.Advanced;
        public override IEnumerable<string> Properties => Left.Properties.Concat(Right.Properties);
        public override bool Matches(JsonNode entry) => Left.Matches(entry) && Right.Matches(entry);
    }

    public sealed record Either(ODataFilter Left, ODataFilter Right) : ODataFilter
    {
        public override bool Advanced => Left.Advanced || Right.Advanced;
        public override IEnumerable<string> Properties => Left.Properties.Concat(Right.Properties);
        public override bool Matches(JsonNode entry) => Left.Matches(entry) || Right.Matches(entry);
    }

    private static string Root(string path) => path.Split('/')[0];

    private static JsonNode? Read(JsonNode entry, string path)
    {
        JsonNode? at = entry;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = (at as JsonObject)?[name];
        }

        return at;
    }

    private static bool Same(JsonNode? value, JsonNode? literal)
    {
        if (value is null || literal is null)
        {
            return value is null && literal is null;
        }

        return value.GetValueKind() is JsonValueKind.String && literal.GetValueKind() is JsonValueKind.String
            ? Order(value, literal) is 0
            : JsonNode.DeepEquals(value, literal);
    }

    /// <summary>Texts compare without regard to case, as the directory does; instants by time.</summary>
    private static int Order(JsonNode value, JsonNode literal)
    {
        var (left, right) = (value.ToString(), literal.ToString());
        return DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var than)
            ? at.CompareTo(than)
            : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }
}
