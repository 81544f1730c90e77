namespace CredBot.Dialogs.Routing;

/// <summary>Looking for the person somebody means: what is known at the start and found on the way.</summary>
internal sealed record SubjectOptions
{
    /// <summary>Name, address or object id, as said; null until somebody says it.</summary>
    public string? Words { get; init; }

    /// <summary>Object id, once it is clear who is meant.</summary>
    public string? SubjectId { get; init; }

    /// <summary>The person is looked for to be reset, not only to be checked.</summary>
    public bool ForReset { get; init; }

    /// <summary>Words so far that fitted nobody.</summary>
    public int Misses { get; init; }

    public static SubjectOptions ForCheck(string? words) => new() { Words = words };
}
