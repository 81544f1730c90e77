using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Assurance;

/// <summary>How sure one must be that a request comes from the person whose account it is. Each level is above the one before. Names are stored and set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssuranceLevel>))]
public enum AssuranceLevel
{
    /// <summary>The subject says so in their own signed-in Teams. A session, and never a second factor.</summary>
    Session = 1,

    /// <summary>The subject types, in their own Teams, the number that the agent reads to them.</summary>
    NumberMatch = 2,

    /// <summary>The subject's manager, as the directory names them, vouches.</summary>
    ManagerVouches = 3,

    /// <summary>The caller is verified, and a second person who holds the right approves.</summary>
    TwoPersons = 4,

    /// <summary>No level is enough: it is not done in chat.</summary>
    Refused = 5,
}
