namespace CredBot.DemoTenant.BotService;

/// <summary>A person's Graph token in the store, and since when its refresh token stands.</summary>
/// <param name="ObjectId">Whose account was signed in.</param>
/// <param name="SignedInAt">When; an account whose sessions were revoked later gets no new token.</param>
/// <param name="Value">The access token.</param>
/// <param name="ExpiresAt">Its end.</param>
internal sealed record HeldToken(string ObjectId, DateTimeOffset SignedInAt, string Value, DateTimeOffset ExpiresAt)
{
    public override string ToString() => "•••";
}
