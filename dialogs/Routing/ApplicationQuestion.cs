namespace CredBot.Dialogs.Routing;

/// <summary>Looking for the application somebody means, and what they want to know of it.</summary>
internal sealed record ApplicationQuestion
{
    /// <summary>Name or client id, as said; null until somebody says it.</summary>
    public string? Words { get; init; }

    /// <summary>Object id, once it is clear which is meant.</summary>
    public string? AppObjectId { get; init; }

    /// <summary>A period in days, where one was said.</summary>
    public int? Days { get; init; }
}
