using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Routing;

/// <summary>Why a verification ended without a proof. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerificationEnd>))]
internal enum VerificationEnd
{
    /// <summary>The agent stopped it.</summary>
    Cancelled,

    /// <summary>Somebody who was asked said no.</summary>
    Denied,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>The wrong number came three times.</summary>
    WrongNumber,

    /// <summary>Whoever had to be asked could not be reached in Teams.</summary>
    Unreachable,

    /// <summary>The directory names no manager.</summary>
    NoManager,

    /// <summary>The manager was put there lately.</summary>
    ManagerChanged,

    /// <summary>Nobody but the agent and the subject holds the right.</summary>
    NoApprover,

    /// <summary>Whom to ask could not be read.</summary>
    Unreadable,
}
