using System.Text.Json;
using System.Text.RegularExpressions;

namespace CredBot.Bench;

/// <summary>A reset that an agent confirmed, and what its card claims about it.</summary>
/// <param name="Agent">Who confirmed it.</param>
/// <param name="Subject">Whose password: id in the demo tenant.</param>
/// <param name="Card">Id of the message that asked and then shows the operation.</param>
/// <param name="Since">Entries of the tenant's ledger when it was confirmed.</param>
internal sealed partial record Confirmed(Talk Agent, string Subject, string Card, int Since)
{
    /// <summary>The card's headline at the end.</summary>
    public string Headline { get; private set; } = "";

    /// <summary>What stood on the card as the password; null where it was never shown.</summary>
    public string? Password { get; private set; }

    /// <summary>How often the tenant's ledger says that it accepted this agent's reset of this person.</summary>
    public int Times { get; private set; }

    public bool Taken => Times > 0;

    /// <summary>The safeguards have let it act, or it has come to an end without.</summary>
    public bool IsDecided => Headline.Length > 0 && !Undecided().IsMatch(Headline);

    public bool Says(string headline) => Headline.StartsWith(headline, StringComparison.Ordinal);

    /// <summary>Reads the card as it is now.</summary>
    /// <returns>Whether the operation has come to an end.</returns>
    public async Task<bool> ReadAsync()
    {
        var text = await Agent.CardAsync(Card);
        Headline = Summary().Match(text).Groups["text"].Value;
        Password ??= Shown().Match(text) is { Success: true } shown ? shown.Groups["text"].Value : null;
        return !Open().IsMatch(Headline);
    }

    /// <summary>Looks at the password where the card offers it.</summary>
    public async Task RevealAsync()
    {
        if ((await Agent.CardAsync(Card)).Contains("\"reveal\"", StringComparison.Ordinal))
        {
            await Agent.ClickAsync("reveal", card: Card);
            try
            {
                await Waiting.UntilAsync($"{Agent.Person}: the password of {Subject}", TimeSpan.FromSeconds(30), async () =>
                {
                    await ReadAsync();
                    return Password is not null;
                });
            }
            catch (TimeoutException)
            {
                // The chat has had its share of messages for now; what was not shown stays sealed.
            }
        }
    }

    /// <summary>Finds this reset in the ledger: after its confirmation, and before the same agent confirmed another of the same person.</summary>
    public void Match(IReadOnlyList<JsonElement> ledger, IEnumerable<Confirmed> all)
    {
        var next = all.Where(other => other.Agent == Agent && other.Subject == Subject && other.Since > Since).Select(static other => (int?)other.Since).Min();
        Times = ledger.Take(Since..(next ?? ledger.Count)).Count(IsMine);
    }

    private bool IsMine(JsonElement row) => IsReset(row)
        && row.GetProperty("caller").GetString() == Agent.Person && row.TryGetProperty("subject", out var whom) && whom.GetString() == Subject;

    /// <summary>Whether a line of the ledger is an accepted reset.</summary>
    public static bool IsReset(JsonElement row) =>
        row.GetProperty("path").GetString()!.EndsWith("/resetPassword", StringComparison.Ordinal) && row.GetProperty("status").GetInt32() is 202;

    /// <summary>A password on a card.</summary>
    [GeneratedRegex("\"text\":\"(?<text>[^\" ]+)\"[^}]*\"fontType\":\"Monospace\"")]
    public static partial Regex Shown();

    [GeneratedRegex("\"summary\":\"(?<text>[^\"]+)\"")]
    private static partial Regex Summary();

    [GeneratedRegex("^(Reset |(Asked|Waiting for verification): |Waiting for |Preparing )")]
    private static partial Regex Undecided();

    [GeneratedRegex("^((Asked|Running|Checking|Waiting for verification): |Waiting for |Preparing )")]
    private static partial Regex Open();
}
