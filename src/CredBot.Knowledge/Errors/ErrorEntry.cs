namespace CredBot.Knowledge.Errors;

/// <summary>What is known about an error.</summary>
public sealed record ErrorEntry
{
    /// <summary>Every way the same error is written: <c>SSPR_0012</c>, <c>UserNotLicensed</c>, <c>AADSTS50053</c>, <c>50053</c>, <c>33008</c>.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    public required ErrorArea Area { get; init; }

    /// <summary>Who has to act.</summary>
    public required ErrorActor Who { get; init; }

    /// <summary>What it means, one sentence, by language (<c>ko</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Meaning { get; init; }

    /// <summary>What to do, in order, by language.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Steps { get; init; }

    /// <summary>Microsoft's page it is restated from.</summary>
    public required string Source { get; init; }
}
