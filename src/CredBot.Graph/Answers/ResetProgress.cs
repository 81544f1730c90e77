namespace CredBot.Graph;

/// <summary>How far a reset is.</summary>
/// <remarks>Source: Graph v1.0 <c>longRunningOperation</c>.</remarks>
public abstract record ResetProgress
{
    private ResetProgress() { }

    /// <param name="RetryAfter">When to ask again; null where Graph did not say.</param>
    public sealed record Running(TimeSpan? RetryAfter) : ResetProgress;

    /// <param name="At">By Graph's clock; null where it did not say.</param>
    public sealed record Succeeded(DateTimeOffset? At) : ResetProgress;

    /// <summary>Final. The password was not changed in the cloud; with a synced person Active Directory may have changed it nevertheless.</summary>
    /// <param name="StatusDetail">Graph's free text or code for the reason; for the operator and for look-up, null where it gave none.</param>
    public sealed record Failed(string? StatusDetail) : ResetProgress;

    /// <summary>A status this version does not know: neither an end nor a promise that one comes.</summary>
    public sealed record Unknown : ResetProgress;
}
