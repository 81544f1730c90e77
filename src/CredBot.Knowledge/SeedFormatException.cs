namespace CredBot.Knowledge;

/// <summary>A file of the FAQ or of the phrases that cannot be read; the message says where, as <c>file:line: what</c>.</summary>
public sealed class SeedFormatException(string file, int line, string problem) : FormatException($"{file}:{line}: {problem}")
{
    public string File { get; } = file;

    /// <value>From 1.</value>
    public int Line { get; } = line;
}
