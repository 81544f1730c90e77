namespace CredBot.Graph;

/// <summary>The people that fit some words.</summary>
/// <param name="Users">Distinct; an exact name first, then names that begin so, then the rest.</param>
/// <param name="More">There are more than these.</param>
public sealed record UserHits(IReadOnlyList<DirectoryUser> Users, bool More)
{
    public static UserHits None { get; } = new([], false);
}
