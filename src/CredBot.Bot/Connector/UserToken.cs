namespace CredBot.Bot.Connector;

/// <summary>A person's access token, for the length of one turn or one step; never stored by us.</summary>
/// <param name="Value">In clear.</param>
/// <param name="Expiration">Null where the service did not say.</param>
public sealed record UserToken(string Value, DateTimeOffset? Expiration)
{
    /// <summary>The service renews a token that has less than this left; one that it did not renew would fail in the middle of a step.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Whether it may still be used.</summary>
    public bool LastsAt(DateTimeOffset now) => Expiration is not { } end || end - Margin > now;

    public override string ToString() => "•••";
}
