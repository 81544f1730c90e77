using System.Text.Json.Serialization;
using CredBot.Dialogs.Routing;

namespace CredBot.Dialogs.PasswordWatch;

/// <summary>One watch and how it went.</summary>
internal sealed record PasswordWatchDocument
{
    public int Schema { get; init; } = 1;
    public required string Id { get; init; }
    public required PasswordWatchRequest Request { get; init; }
    public PasswordWatchStatus Status { get; init; }

    /// <summary>How often it has been looked.</summary>
    public int Looks { get; init; }
}

/// <summary>How far a watch is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PasswordWatchStatus>))]
internal enum PasswordWatchStatus
{
    Watching,

    /// <summary>Over: there is a new password.</summary>
    Changed,

    /// <summary>Over: the person's sign-in has ended, which a new password brings about.</summary>
    SignedOut,

    /// <summary>Over: stopped by the person, or a newer card is watched for.</summary>
    Stopped,

    /// <summary>Over: nothing was seen in time.</summary>
    TimedOut,
}
