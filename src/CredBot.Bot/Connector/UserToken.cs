namespace CredBot.Bot.Connector;

/// <summary>A person's access token, for the length of one turn or one step; never stored by us.</summary>
/// <param name="Value">In clear.</param>
/// <param name="Expiration">Null where the service did not say.</param>
public sealed record UserToken(string Value, DateTimeOffset? Expiration)
{
    public override string ToString() => "•••";
}
