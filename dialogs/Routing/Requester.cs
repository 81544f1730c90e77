using CredBot.Bot.Builder;
using CredBot.Bot.Schema;

namespace CredBot.Dialogs.Routing;

/// <summary>Who asks, taken from the authenticated activity and from nothing else.</summary>
internal sealed record Requester
{
    public required string Tenant { get; init; }

    /// <summary>Object id.</summary>
    public required string Id { get; init; }

    /// <summary>The channel's own id, by which the token service knows the person.</summary>
    public required string ChannelUser { get; init; }
    public required string Channel { get; init; }

    /// <returns>Null where the channel does not say who it is.</returns>
    public static Requester? From(TurnContext turn) =>
        turn.Activity is { TenantId: { } tenant, ActorId: { } id, From.Id: { } user, ChannelId: { } channel }
            ? new Requester { Tenant = tenant, Id = id, ChannelUser = user, Channel = channel }
            : null;
}
