using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Assurance;

/// <summary>One thing that was shown about a request. Nothing that somebody can look up or overhear is among them. Names are stored.</summary>
/// <remarks>Names, employee numbers, birth dates and addresses prove nothing: the known break-ins at help desks knew them all.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<Proof>))]
internal enum Proof
{
    /// <summary>The subject confirmed in their own Teams.</summary>
    Session,

    /// <summary>The subject typed the agent's number in their own Teams.</summary>
    NumberMatch,

    /// <summary>The manager of record vouched.</summary>
    ManagerVouched,

    /// <summary>A second person who holds the right approved.</summary>
    SecondPerson,

    /// <summary>Nobody was verified: one of those named for it, who holds the right, took it upon themselves, knowing the reason.</summary>
    Exception,
}
