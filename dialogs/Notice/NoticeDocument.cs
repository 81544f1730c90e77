using System.Text.Json.Serialization;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.Notice;

/// <summary>One notice: what is said to whom, and how far it is.</summary>
internal sealed record NoticeDocument
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }
    public required NoticeRequest Request { get; init; }
    public NoticeStatus Status { get; init; }

    /// <summary>The channel's or Graph's code; null where it was sent.</summary>
    public string? Refusal { get; init; }
}

/// <summary>How far a notice is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeStatus>))]
internal enum NoticeStatus
{
    /// <summary>On its way to the person's chat.</summary>
    Sending,

    /// <summary>They do not have the bot; it is being installed for them.</summary>
    Installing,

    /// <summary>Installed; Teams is about to say where their chat is.</summary>
    Waiting,

    /// <summary>On its way to the chat of the new installation.</summary>
    SendingAgain,

    /// <summary>Over: sent.</summary>
    Told,

    /// <summary>Over: not sent.</summary>
    NotTold,
}
