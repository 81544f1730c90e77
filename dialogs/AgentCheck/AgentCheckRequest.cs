using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>Somebody says that they are a colleague: the intent of the check.</summary>
internal sealed record AgentCheckRequest
{
    /// <summary>Who was called.</summary>
    public required Requester Requester { get; init; }

    /// <summary>As the directory calls them.</summary>
    public required string RequesterName { get; init; }

    /// <summary>Object id of whom the caller claims to be.</summary>
    public required string AgentId { get; init; }

    /// <summary>As the directory calls them.</summary>
    public required string AgentName { get; init; }
    public required string AgentAddress { get; init; }

    /// <summary>As it stands in the directory; null where nothing stands there.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Language of the asker's card.</summary>
    public required string Language { get; init; }

    /// <summary>Key of the asker's card.</summary>
    public required string CardKey { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
}
