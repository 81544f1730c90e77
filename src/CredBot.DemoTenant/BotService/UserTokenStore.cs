using System.Collections.Concurrent;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.BotService;

/// <summary>The Bot Service's store of people's Graph tokens: kept per user, connection and channel, renewed when they run out.</summary>
internal sealed class UserTokenStore(DemoTokens tokens, DemoDirectory directory, Consents consents, TimeProvider time)
{
    /// <summary>A token with less than this left is renewed before it is handed out.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<TokenKey, HeldToken> held = new();

    /// <returns>Null where the person is not signed in, or cannot be kept signed in.</returns>
    public HeldToken? Get(TokenKey key)
    {
        if (!held.TryGetValue(key, out var token))
        {
            return null;
        }

        if (token.ExpiresAt - RenewBefore > time.GetUtcNow())
        {
            return token;
        }

        if (!CanSignIn(token.ObjectId, token.SignedInAt) || !consents.Has(token.ObjectId))
        {
            held.TryRemove(key, out _);
            return null;
        }

        return held[key] = Mint(token.ObjectId, token.SignedInAt);
    }

    /// <summary>Signs an account in under a key.</summary>
    public HeldToken SignIn(TokenKey key, string objectId) => held[key] = Mint(objectId, time.GetUtcNow());

    /// <param name="userId">The channel's id of the person.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="connection">Null for all connections.</param>
    public void SignOut(string userId, string? channelId, string? connection)
    {
        foreach (var key in held.Keys.Where(key => key.UserId == userId
            && (channelId is null || key.ChannelId == channelId) && (connection is null || key.Connection == connection)))
        {
            held.TryRemove(key, out _);
        }
    }

    /// <summary>Whether Entra would let this account in, with a session from that time.</summary>
    public bool CanSignIn(string objectId, DateTimeOffset sessionFrom) =>
        directory.ByObjectId(objectId) is { } person && directory.Account(person) is var account
        && account.Enabled && sessionFrom >= account.SessionsValidFrom;

    private HeldToken Mint(string objectId, DateTimeOffset signedInAt) =>
        new(objectId, signedInAt, tokens.ForGraph(objectId, DemoApp.GraphScopes), time.GetUtcNow() + DemoTokens.Life);
}
