namespace CredBot.Knowledge.Seeds;

/// <summary>A seed file by lines, without comments (<c>#</c> at the start) and blank ones.</summary>
internal static class SeedLines
{
    public static IEnumerable<(string Line, int Number)> Of(SeedFile file) =>
        file.Text.ReplaceLineEndings("\n").Split('\n')
            .Select(static (line, index) => (Line: line.Trim(), Number: index + 1))
            .Where(static pair => pair.Line.Length > 0 && !pair.Line.StartsWith("# ", StringComparison.Ordinal) && pair.Line is not "#");
}
