using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CredBot.Knowledge.Errors;

/// <summary>The error codes that CredBot can explain, and how they are found in whatever text somebody pastes.</summary>
/// <remarks>Microsoft declares the numbers of AADSTS unstable: an unknown one is named and linked, never guessed.</remarks>
public sealed partial class ErrorCodes
{
    private readonly FrozenDictionary<string, ErrorEntry> entries;

    internal ErrorCodes(string read, IReadOnlyList<ErrorEntry> entries)
    {
        (Read, Entries) = (read, entries);
        this.entries = entries.SelectMany(static entry => entry.Codes.Select(code => (code, entry)))
            .ToFrozenDictionary(static pair => pair.code, static pair => pair.entry, StringComparer.OrdinalIgnoreCase);
    }

    /// <value>The month in which Microsoft's pages were read, <c>yyyy-MM</c>.</value>
    public string Read { get; }

    public IReadOnlyList<ErrorEntry> Entries { get; }

    /// <summary>Every code that is known, in all its spellings.</summary>
    public IReadOnlyCollection<string> Known => entries.Keys;

    /// <exception cref="InvalidDataException">The seeds were not built into the assembly.</exception>
    public static ErrorCodes Load()
    {
        using var stream = typeof(ErrorCodes).Assembly.GetManifestResourceStream("errors/codes.json") ?? throw new InvalidDataException("seeds/errors/codes.json is not embedded.");
        var seed = JsonSerializer.Deserialize(stream, ErrorSeedJson.Default.ErrorSeed)!;
        return new ErrorCodes(seed.Read, seed.Entries);
    }

    /// <returns>Null where the code is not in the list.</returns>
    public ErrorEntry? Find(string code) => entries.GetValueOrDefault(code);

    /// <summary>The codes in a text, in the order they stand there, each once.</summary>
    /// <param name="text">An error message, a line of a log, or a code alone, in any language around it.</param>
    /// <param name="bareNumbers">Whether a number without a name counts; not where a number may be an answer to a question.</param>
    public IReadOnlyList<FoundError> ReadFrom(string text, bool bareNumbers = true)
    {
        List<(int At, FoundError Error)> found = [];
        foreach (Match match in Named().Matches(text))
        {
            var code = match.Groups["sspr"] is { Success: true } sspr ? $"SSPR_{sspr.Value}" : $"AADSTS{match.Groups["sts"].Value}";
            found.Add((match.Index, new FoundError(code, Find(code) ?? Find(match.Groups["sts"].Value))));
        }

        foreach (Match match in Words().Matches(text))
        {
            if (Find(match.Value) is { } entry && (bareNumbers || !char.IsAsciiDigit(match.Value[0]) || Label().IsMatch(text[..match.Index])))
            {
                found.Add((match.Index, new FoundError(entry.Codes[0], entry)));
            }
        }

        return [.. found.OrderBy(static one => one.At).Select(static one => one.Error).DistinctBy(static one => (object?)one.Entry ?? one.Code)];
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:SSPR[\s_\-]*(?<sspr>\d{4})|AADSTS[\s_:\-]*(?<sts>\d{4,8}))(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>What stands before a number that is a code, in the eight languages.</summary>
    [GeneratedRegex(
        @"(?:event|error|code|이벤트|오류|에러|코드|번호|イベント|エラー|コード|事件|错误|错误代码|代码|ereignis|fehler|fehlercode|événement|evenement|erreur|evento|código|codigo|erro)[\s:#=(\-]*(?:ids?|nr|no|n°|num|ID)?[\s.:#=(\-]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // Event ids are hexadecimal now and then; a Korean particle may follow a number without a space.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.\-/@])(?:0x)?[0-9A-Za-z]{4,40}(?![A-Za-z0-9_\-@])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

/// <summary><c>seeds/errors/codes.json</c> as it is written.</summary>
internal sealed record ErrorSeed
{
    public required string Read { get; init; }

    public required IReadOnlyList<ErrorEntry> Entries { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ErrorSeed))]
internal sealed partial class ErrorSeedJson : JsonSerializerContext;
