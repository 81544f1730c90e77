namespace CredBot.Bot.Connector;

/// <summary>How a call to the connector ended.</summary>
public abstract record ConnectorResult
{
    private ConnectorResult() { }

    /// <param name="Id">The channel's id; empty where it gave none.</param>
    public sealed record Sent(string Id) : ConnectorResult;

    /// <summary>Final: the same call will not succeed.</summary>
    /// <param name="Status">HTTP status; 0 where the address itself is not trusted.</param>
    /// <param name="Code">Teams' error code, where it gave one.</param>
    /// <param name="Unreachable">The person blocked or removed the bot.</param>
    public sealed record Refused(int Status, string? Code, bool Unreachable) : ConnectorResult;

    /// <summary>Try again later.</summary>
    /// <param name="RetryAfter">As the channel asked; null where it did not.</param>
    public sealed record Failed(TimeSpan? RetryAfter) : ConnectorResult;
}
