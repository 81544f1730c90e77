using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Routing;

/// <summary>Why the safeguards refuse. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardRefusal>))]
internal enum SafeguardRefusal
{
    /// <summary>The person said «this wasn't me» lately.</summary>
    Frozen,

    /// <summary>The agent has asked too often.</summary>
    AgentCap,

    /// <summary>The tenant has.</summary>
    TenantCap,

    /// <summary>The person was asked twice within the hour.</summary>
    AskedTooOften,

    /// <summary>The same agent changed the person's password or methods within a day, and may not change the other.</summary>
    OtherChange,

    /// <summary>Somebody else changed the account since this was asked for.</summary>
    Overtaken,

    /// <summary>The threat level changed since.</summary>
    ThreatChanged,

    /// <summary>It never asked to begin.</summary>
    NotOpened,
}
