using System.Text;
using System.Text.RegularExpressions;

namespace CredBot.Knowledge.SlotRules;

/// <summary>Finds the people, applications and periods that a message names, by rules.</summary>
internal static partial class SlotReader
{
    public static SlotReading Read(string message)
    {
        var text = message.Normalize(NormalizationForm.FormKC);
        var appId = First(GuidPattern().Match(text));
        var upn = Address.Find(text);
        var app = Clear(AppRule.Find(text), upn, appId);
        var days = DaysRule.Find(text);
        var user = Clear(KoreanName.Find(text) ?? LatinName.Find(text), upn, appId, app);
        var slots = new Slots
        {
            AppId = appId?.Value,
            Upn = upn?.Value,
            App = app?.Value,
            Days = days?.Days,
            User = user?.Value,
        };
        return new SlotReading(slots, Mask(text, [(appId, "@guid"), (upn, "@user"), (app, "@app"), (user, "@user"), (days?.Where, "@days")]));
    }

    private static Found? First(Match match) => match.Success ? new Found(match.Value, match.Index, match.Length) : null;

    private static Found? Clear(Found? found, params ReadOnlySpan<Found?> taken)
    {
        foreach (var other in taken)
        {
            if (found is { } mine && other is { } theirs && mine.Overlaps(theirs))
            {
                return null;
            }
        }

        return found;
    }

    private static string Mask(string text, IEnumerable<(Found? Where, string Token)> masks)
    {
        var masked = new StringBuilder(text);
        foreach (var (where, token) in masks.Where(static mask => mask.Where is not null).OrderByDescending(static mask => mask.Where!.Value.Start))
        {
            masked.Remove(where!.Value.Start, where.Value.Length).Insert(where.Value.Start, $" {token} ");
        }

        return masked.ToString();
    }

    [GeneratedRegex("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex GuidPattern();
}
