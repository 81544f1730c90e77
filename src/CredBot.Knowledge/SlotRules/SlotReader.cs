using System.Text;
using System.Text.RegularExpressions;

namespace CredBot.Knowledge.SlotRules;

/// <summary>Finds the people, applications and periods that a message names, by rules.</summary>
internal static partial class SlotReader
{
    /// <summary>What is found first keeps its words: a name inside an address is no person of its own.</summary>
    public static SlotReading Read(string message)
    {
        var text = message.Normalize(NormalizationForm.FormKC);
        List<(Found Where, string Token)> taken = [];
        var slots = new Slots
        {
            AppId = Take(ClientId(text), "@guid", taken)?.Value,
            Upn = Take(Address.Find(text), "@user", taken)?.Value,
            App = Take(AppRule.Find(text), "@app", taken)?.Value,
            User = AppRule.IsAboutAppsOnly(text) ? null
                : Take(KoreanName.Find(text), "@user", taken)?.Value ?? Take(HanName.Find(text), "@user", taken)?.Value
                    ?? Take(LatinName.Find(text), "@user", taken)?.Value,
            Days = DaysRule.Find(text) is var (days, where) && Take(where, "@days", taken) is not null ? days : null,
        };
        return new SlotReading(slots, Mask(text, taken));
    }

    private static Found? ClientId(string text) =>
        GuidPattern().Match(text) is { Success: true } match ? new Found(match.Value, match.Index, match.Length) : null;

    private static Found? Take(Found? found, string token, List<(Found Where, string Token)> taken)
    {
        if (found is not { } mine || taken.Exists(other => other.Where.Overlaps(mine)))
        {
            return null;
        }

        taken.Add((mine, token));
        return found;
    }

    private static string Mask(string text, List<(Found Where, string Token)> taken)
    {
        var masked = new StringBuilder(text);
        foreach (var (where, token) in taken.OrderByDescending(static mask => mask.Where.Start))
        {
            masked.Remove(where.Start, where.Length).Insert(where.Start, $" {token} ");
        }

        return masked.ToString();
    }

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex GuidPattern();
}
