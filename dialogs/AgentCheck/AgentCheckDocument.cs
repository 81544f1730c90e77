using System.Text.Json.Serialization;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>One check of a caller who says that they are a colleague. The word stands in it sealed only.</summary>
internal sealed record AgentCheckDocument
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }
    public required AgentCheckRequest Request { get; init; }
    public AgentCheckStatus Status { get; init; }

    /// <summary>The sealed word; null before it is made and at the end.</summary>
    public string? Seal { get; init; }

    /// <summary>The word stands on the asker's card.</summary>
    public bool Shown { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>How it ended; null before.</summary>
    public AgentCheckEnd? End { get; init; }
}

/// <summary>How far a check is. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentCheckStatus>))]
internal enum AgentCheckStatus
{
    /// <summary>The real colleague is asked in their own Teams whether it is them.</summary>
    Asking,

    /// <summary>They say so; the word is being made.</summary>
    Making,

    /// <summary>The same word stands on both cards.</summary>
    Showing,

    Over,
}

/// <summary>How a check ended. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentCheckEnd>))]
internal enum AgentCheckEnd
{
    /// <summary>The caller said the word that stands on both cards.</summary>
    Matched,

    /// <summary>The caller could not say it.</summary>
    Mismatched,

    /// <summary>The real colleague says that it is not them.</summary>
    Denied,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>The real colleague could not be reached in Teams.</summary>
    Unreachable,

    /// <summary>The asker stopped it.</summary>
    Cancelled,
}
