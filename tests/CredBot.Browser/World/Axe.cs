using System.Text.Json;
using Microsoft.Playwright;

namespace CredBot.Browser.World;

/// <summary>axe-core, run inside a page.</summary>
internal static class Axe
{
    private static readonly string Source = Resource.Read("axe.js");

    /// <returns>What is serious or critical, one line each; empty when nothing is.</returns>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync(Source);
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations
                .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
                .map(violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(' ')).join(', ')}`)
            """);
        return [.. found.EnumerateArray().Select(static line => line.GetString()!)];
    }
}
