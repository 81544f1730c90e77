using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Routing;

/// <summary>What looks like an attack. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuspicionKind>))]
internal enum SuspicionKind
{
    /// <summary>A click on somebody else's question or card, which no client of theirs offers.</summary>
    ForgedClick,

    /// <summary>An approval was sent a second time, long after its button was gone.</summary>
    ReplayedApproval,

    /// <summary>A guest of the tenant asked for a colleague to be reset.</summary>
    GuestAsked,
}
