namespace CredBot.Bot.Connector;

/// <summary>How a call to the connector ended.</summary>
public abstract record ConnectorResult
{
    private ConnectorResult() { }

    /// <param name="Id">The channel's id; empty where it gave none.</param>
    public sealed record Sent(string Id) : ConnectorResult
    {
        /// <summary>Where the conversation lives now, if the channel said that it is not where we called: to be kept. Null where nothing moved.</summary>
        public string? MovedTo { get; init; }
    }

    /// <summary>Final: the same call will not succeed.</summary>
    /// <param name="Status">HTTP status; 0 where nothing was sent, because of the address; 413 for a message too large, whoever found that out.</param>
    /// <param name="Code">Teams' error code, where it gave one.</param>
    /// <param name="Unreachable">The person blocked or removed the bot.</param>
    public sealed record Refused(int Status, string? Code, bool Unreachable) : ConnectorResult;

    /// <summary>Try again later.</summary>
    /// <param name="RetryAfter">As the channel, or our own limits, asked; null where nobody did.</param>
    public sealed record Failed(TimeSpan? RetryAfter) : ConnectorResult
    {
        /// <summary>Nothing was sent: it would have been more than the thread or the tenant takes. No failure to be counted.</summary>
        public bool Held { get; init; }

        /// <summary>It was posted, and nobody knows whether it arrived: it may be posted once more, and no further.</summary>
        public bool Doubtful { get; init; }
    }
}
