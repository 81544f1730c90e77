using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Assurance;

/// <summary>What kind of account it is, as far as the policy tells them apart. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubjectClass>))]
internal enum SubjectClass
{
    Ordinary,

    /// <summary>Synced from Active Directory.</summary>
    Synced,

    /// <summary>On the list of very important people, or in one of its groups.</summary>
    Vip,

    /// <summary>A guest: the password lives in another tenant.</summary>
    Guest,

    /// <summary>In or owner of a role-assignable group, or in a group that the settings protect.</summary>
    ProtectedGroup,

    /// <summary>Holds a directory role, of whatever scope.</summary>
    DirectoryRole,

    /// <summary>An emergency account.</summary>
    BreakGlass,

    /// <summary>An account that no person signs in with.</summary>
    ServiceAccount,

    /// <summary>Operates CredBot itself.</summary>
    Operator,

    /// <summary>Their roles or groups could not be read, so they count as protected.</summary>
    Unreadable,
}
