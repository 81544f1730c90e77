namespace CredBot.Browser.World;

/// <summary>A file that lies in this assembly.</summary>
internal static class Resource
{
    /// <returns>Its text.</returns>
    public static string Read(string name) => Find(name) ?? throw new ArgumentException($"There is no {name} in this assembly.", nameof(name));

    /// <returns>Its text; null where there is no such file.</returns>
    public static string? Find(string name)
    {
        if (typeof(Resource).Assembly.GetManifestResourceStream(name) is not { } stream)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
