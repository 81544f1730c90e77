using System.Text.Json.Serialization;

namespace CredBot.Dialogs.Assurance;

/// <summary>What a request is for. Names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Purpose>))]
internal enum Purpose
{
    /// <summary>A new password; the account's other methods stay.</summary>
    PasswordReset,

    /// <summary>Nothing is changed: an agent only verifies who is calling.</summary>
    IdentityCheck,

    /// <summary>A Temporary Access Pass, which stands in for every other method.</summary>
    TemporaryAccessPass,
}
