using System.Text.RegularExpressions;

namespace CredBot.DemoTenant.Faults;

/// <summary>One way in which the tenant has been told to misbehave.</summary>
internal sealed record FaultRule
{
    public required FaultKind Kind { get; init; }

    /// <value>Matched anywhere in the whole path, without regard to case.</value>
    public required Regex Path { get; init; }

    /// <value>Matched anywhere in the unescaped query; null for any. Tells apart questions that differ in their filter only.</value>
    public Regex? Query { get; init; }

    /// <value>Null for any method.</value>
    public string? Method { get; init; }

    /// <value>400–599; only with <see cref="FaultKind.Status"/>.</value>
    public int Status { get; init; }

    /// <value>Seconds for the Retry-After header; null for none.</value>
    public int? RetryAfter { get; init; }

    /// <value>How long <see cref="FaultKind.Slow"/> waits.</value>
    public TimeSpan Delay { get; init; }

    /// <value>How often it applies; null: until cleared.</value>
    public int? Times { get; init; }

    public bool Covers(string path, string query, string method)
    {
        try
        {
            return (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase)) && Path.IsMatch(path) && Query?.IsMatch(query) is not false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

/// <summary>Ways to fail.</summary>
internal enum FaultKind
{
    /// <summary>Answers with a status instead of doing anything.</summary>
    Status,

    /// <summary>Waits, then goes on; a caller who hangs up meanwhile has asked for nothing.</summary>
    Slow,

    /// <summary>Does what was asked and hangs up without an answer.</summary>
    LostReply,

    /// <summary>Says that the token has expired.</summary>
    ExpiredToken,

    /// <summary>Answers a token exchange as if nobody had consented yet.</summary>
    Consent,
}
