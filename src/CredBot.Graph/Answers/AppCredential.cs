namespace CredBot.Graph;

/// <summary>A secret or a certificate of an application; never its value, which Graph shows once, when it is made.</summary>
/// <param name="KeyId">GUID that names it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="DisplayName">As its maker called it; null where they did not.</param>
/// <param name="Hint">The first three characters of a secret; null for a certificate.</param>
/// <param name="StartsAt">From when it is good.</param>
/// <param name="EndsAt">Until when.</param>
public sealed record AppCredential(string KeyId, AppCredentialKind Kind, string? DisplayName, string? Hint, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt)
{
    public bool IsExpired(DateTimeOffset now) => EndsAt <= now;

    public bool IsGood(DateTimeOffset now) => !IsExpired(now) && !(StartsAt > now);
}

/// <summary>What an application proves itself with.</summary>
public enum AppCredentialKind
{
    Secret,
    Certificate,
}
