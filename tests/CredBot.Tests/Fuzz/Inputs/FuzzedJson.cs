using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace CredBot.Tests.Fuzz.Inputs;

/// <summary>JSON that nobody meant to send: as text, because some of it no JSON type could hold.</summary>
internal static class FuzzedJson
{
    private static readonly string[] OddStrings =
    [
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u202ereset\"", "\"\\u200b\\u200d\"", "\"비밀번호\\u0301\"", "\"<at>CredBot</at>\"",
        "\"{\\\"a\\\":{\\\"b\\\":1}}\"", "\"[[[[\"", "\"{\\\"$type\\\":\\\"System.IO.FileInfo\\\"}\"", "\"' or 1=1 --\"", "\"../../etc/passwd\"", "\"%00%0a\"",
        "\"00000000-0000-0000-0000-000000000000\"", "\"29:1\"", "\"2026-11-24T09:00:00Z\"", "\"9999-99-99\"", "\"true\"", "\"123456\"", "\"CancelledByUser\"",
    ];

    private static readonly string[] OddNumbers = ["0", "-0", "1", "-1", "9223372036854775808", "1e999", "-1e-400", "0.1", "2147483648"];

    /// <summary>A JSON string, mostly of words, sometimes odd or long.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (4, (IGen<string>)Gen.String.Select(Quote)),
        (4, Gen.OneOf(OddStrings)),
        (1, Gen.Int[1, 20_000].Select(static length => $"\"{new string('가', length)}\"")));

    /// <summary>Any JSON value.</summary>
    public static Gen<string> Value { get; } = Gen.Frequency(
        (3, (IGen<string>)Text),
        (2, Gen.OneOf(OddNumbers)),
        (2, Gen.OneOf("null", "true", "false", "{}", "[]")),
        (1, Gen.Int[1, 200].Select(static depth => Nested(depth, "[", "]"))),
        (1, Gen.Int[1, 200].Select(static depth => Nested(depth, "{\"a\":", "}"))),
        (1, Text.Array[0, 4].Select(static items => $"[{string.Join(',', items)}]")),
        (1, Text.Array[1, 4].Select(static items => $"{{{string.Join(',', items.Select(static (item, at) => $"\"m{at}\":{item}"))}}}")),
        (1, Text.Select(static text => $"{{\"$type\":\"System.Diagnostics.Process, System\",\"type\":{text}}}")));

    /// <summary>The same document with one to four places changed: removed, replaced, doubled, named otherwise, or packed into a string.</summary>
    public static Gen<string> Mutated(JsonObject start) =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 4], Value).Array[1, 4].Select(changes => Change(start, changes));

    /// <summary>The bytes of a text, one time in twenty cut or with a byte changed.</summary>
    public static Gen<byte[]> Bytes(Gen<string> json) => Gen.Select(json, Gen.Int[0, 59], Gen.Int[0, int.MaxValue - 1], Gen.Byte).Select(static (text, what, at, with) =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (what)
        {
            case 0:
                return bytes[..(at % bytes.Length)];
            case 1 or 2:
                bytes[at % bytes.Length] = with;
                return bytes;
            default:
                return bytes;
        }
    });

    private static string Change(JsonObject start, (int Where, int How, string Value)[] changes)
    {
        var document = start.DeepClone().AsObject();
        for (var number = 0; number < changes.Length; number++)
        {
            var (where, how, _) = changes[number];
            var places = Places(document).ToList();
            if (places.Count > 0)
            {
                Change(places[where % places.Count], how, number);
            }
        }

        var text = document.ToJsonString();
        return changes.Select(static (change, number) => (change.Value, Mark: Mark(number)))
            .Aggregate(text, static (text, change) => text.Replace($"\"{change.Mark}\"", change.Value, StringComparison.Ordinal));
    }

    private static void Change((JsonObject Owner, string Name) place, int how, int number)
    {
        var (owner, name) = place;
        var value = owner[name];
        switch (how)
        {
            case 0:
                owner.Remove(name);
                break;
            case 1:
                owner[name] = value?.ToJsonString();
                break;
            case 2:
                owner.Remove(name);
                owner[name.ToUpperInvariant()] = value?.DeepClone();
                break;
            case 3:
                owner[name + number.ToString(CultureInfo.InvariantCulture)] = Mark(number);
                break;
            default:
                owner[name] = Mark(number);
                break;
        }
    }

    private static IEnumerable<(JsonObject Owner, string Name)> Places(JsonNode? json) => json switch
    {
        JsonObject item => item.SelectMany(member => Places(member.Value).Prepend((item, member.Key))),
        JsonArray list => list.SelectMany(Places),
        _ => [],
    };

    private static string Mark(int number) => $"fuzz-mark-{number}";

    private static string Nested(int depth, string open, string close) => $"{string.Concat(Enumerable.Repeat(open, depth))}1{string.Concat(Enumerable.Repeat(close, depth))}";

    private static string Quote(string text) => JsonValue.Create(text).ToJsonString();
}
