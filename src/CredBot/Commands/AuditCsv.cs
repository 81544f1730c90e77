using System.Globalization;

namespace CredBot.Commands;

/// <summary>The audit as a table for spreadsheets.</summary>
/// <remarks>Source: RFC 4180. A value that a spreadsheet would take for a formula begins with an apostrophe.</remarks>
internal static class AuditCsv
{
    public const string Head = "at,tenant,actor,action,subject,operation,outcome,level,policy,requestId,key,previous,hash";

    public static string Line(AuditLine line)
    {
        var entry = line.Entry;
        string?[] values =
        [
            entry.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), entry.Tenant, entry.Actor, entry.Action, entry.Subject, entry.Operation, entry.Outcome,
            entry.Level, entry.Policy, entry.RequestId, entry.Key, line.Previous, line.Hash,
        ];
        return string.Join(',', values.Select(Value));
    }

    private static string Value(string? value)
    {
        var text = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value ?? "";
        return text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
