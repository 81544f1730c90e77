using System.Reflection;

namespace CredBot.Knowledge.Seeds;

/// <summary>One text file of <c>seeds/</c>, carried inside the assembly.</summary>
/// <param name="Path">As under <c>seeds/</c>, e.g. <c>faq/faq-user-reset/ko.md</c>.</param>
/// <param name="Text">The whole file.</param>
internal sealed record SeedFile(string Path, string Text)
{
    /// <summary>Every embedded file whose path begins so, in the order of their paths.</summary>
    public static IReadOnlyList<SeedFile> Embedded(string prefix)
    {
        var assembly = typeof(SeedFile).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new SeedFile(name, Read(assembly, name))),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
