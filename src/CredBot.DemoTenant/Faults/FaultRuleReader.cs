using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredBot.DemoTenant.Faults;

/// <summary>Reads a rule from what was posted, or says in a sentence what is wrong with it.</summary>
internal static class FaultRuleReader
{
    private static readonly Dictionary<string, FaultKind> Kinds = new(StringComparer.Ordinal)
    {
        ["status"] = FaultKind.Status,
        ["slow"] = FaultKind.Slow,
        ["lostReply"] = FaultKind.LostReply,
        ["expiredToken"] = FaultKind.ExpiredToken,
        ["consent"] = FaultKind.Consent,
    };

    private static readonly HashSet<string> Members = ["path", "query", "method", "kind", "status", "retryAfter", "seconds", "times"];

    public static (FaultRule? Rule, string? Wrong) Read(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return (null, "The body must be one JSON object.");
        }

        var unknown = body.EnumerateObject().Select(static member => member.Name).FirstOrDefault(name => !Members.Contains(name));
        if (unknown is not null)
        {
            return (null, $"There is no member '{unknown}'.");
        }

        if (Text(body, "path") is not { } path)
        {
            return (null, "The member 'path' is missing: a regular expression for the whole path.");
        }

        return Text(body, "kind") is { } name && Kinds.TryGetValue(name, out var kind)
            ? Read(body, path, kind)
            : (null, $"The kind must be one of {string.Join(", ", Kinds.Keys)}.");
    }

    private static (FaultRule? Rule, string? Wrong) Read(JsonElement body, string path, FaultKind kind)
    {
        if (Number(body, "status", 400, 599, kind is FaultKind.Status, out var status) is { } wrongStatus)
        {
            return (null, wrongStatus);
        }

        if (Number(body, "retryAfter", 0, 86400, required: false, out var retryAfter) is { } wrongWait)
        {
            return (null, wrongWait);
        }

        if (Number(body, "seconds", 0, 3600, kind is FaultKind.Slow, out var seconds) is { } wrongDelay)
        {
            return (null, wrongDelay);
        }

        if (Number(body, "times", 1, int.MaxValue, required: false, out var times) is { } wrongTimes)
        {
            return (null, wrongTimes);
        }

        if (Compiled(path) is not { } regex)
        {
            return (null, $"The path '{path}' is not a regular expression.");
        }

        var query = Text(body, "query") is { } words ? Compiled(words) : null;
        if (query is null && Text(body, "query") is { } bad)
        {
            return (null, $"The query '{bad}' is not a regular expression.");
        }

        return (new FaultRule
        {
            Kind = kind,
            Path = regex,
            Query = query,
            Method = Text(body, "method"),
            Status = (int)(status ?? 0),
            RetryAfter = (int?)retryAfter,
            Delay = TimeSpan.FromSeconds(seconds ?? 0),
            Times = (int?)times,
        }, null);
    }

    private static Regex? Compiled(string path)
    {
        try
        {
            // What the page or a test sends may be any expression; it must not be able to hold a request up.
            return new Regex(path, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(100));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <returns>What is wrong; null when nothing is.</returns>
    private static string? Number(JsonElement body, string name, int least, int most, bool required, out double? number)
    {
        number = null;
        if (!body.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return required ? $"The member '{name}' is missing: a number from {least} to {most}." : null;
        }

        var whole = name is not "seconds";
        if (value.ValueKind is JsonValueKind.Number && value.GetDouble() is var found && found >= least && found <= most && !(whole && found % 1 != 0))
        {
            number = found;
            return null;
        }

        return $"The member '{name}' must be a number from {least} to {most}.";
    }
}
