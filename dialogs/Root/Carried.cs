using CredBot.Knowledge;

namespace CredBot.Dialogs.Root;

/// <summary>A question on its way from a group into the asker's own chat.</summary>
internal sealed record Carried
{
    public required string Intent { get; init; }
    public Slots? Slots { get; init; }

    /// <summary>The language it was asked in.</summary>
    public required string Language { get; init; }
}
