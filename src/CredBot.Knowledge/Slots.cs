namespace CredBot.Knowledge;

/// <summary>The things a message names; null where it names none.</summary>
public sealed record Slots
{
    /// <summary>A person by name, without title, particle or honorific.</summary>
    public string? User { get; init; }

    /// <summary>A user principal name, e-mail address or alias, as written.</summary>
    public string? Upn { get; init; }

    /// <summary>An application by display name.</summary>
    public string? App { get; init; }

    /// <summary>An application by its client id.</summary>
    public string? AppId { get; init; }

    /// <summary>A period; a week is 7, a month 30, a year 365.</summary>
    public int? Days { get; init; }
}
