namespace CredBot.Graph;

/// <summary>Why a call to Graph failed; safe to log and to show a code of, never Graph's message text.</summary>
public sealed record GraphError
{
    public required GraphErrorKind Kind { get; init; }

    /// <value>HTTP status; 0 where no answer came.</value>
    public int Status { get; init; }

    /// <value>Graph's error code, e.g. <c>Authorization_RequestDenied</c>; null where the answer had none.</value>
    public string? Code { get; init; }

    /// <value>Graph's <c>request-id</c>: what Microsoft's support asks for; null where the answer had none.</value>
    public string? RequestId { get; init; }

    /// <value>How long Graph asks to wait; null where it did not.</value>
    public TimeSpan? RetryAfter { get; init; }

    /// <value>
    /// With <see cref="GraphErrorKind.ClaimsRequired"/>: what the next sign-in must satisfy, base64 of JSON as Graph sent it. It describes the
    /// person's session and is not printed.
    /// </value>
    public string? Claims { get; init; }

    /// <summary>The answer itself proves that the write was not executed; the same write may be sent again.</summary>
    /// <value>
    /// True for 4xx but 408 and 499 (whoever answered so turned the request away before it was carried out; 429 is one of them), and for a 503 that
    /// Graph itself gave, known by its error JSON or its Retry-After. False for everything else: a 500 may come after the change, a bare 503, a 502,
    /// a 504, an HTML page and a 408 come from something between us and Graph that does not know what became of the request, a lost connection and
    /// a time-out say nothing, a 3xx may follow a change (303 does), and a 2xx we could not read most likely means that it happened.
    /// </value>
    /// <remarks>Source: RFC 9110 §15; Graph «Throttling», «Error responses».</remarks>
    public bool ProvesNothingHappened { get; init; }

    /// <summary>What was asked for needs Entra ID P1 or P2, which the tenant does not have.</summary>
    public bool NeedsPremium => Code is "Authentication_RequestFromNonPremiumTenantOrB2CTenant" or "AadPremiumLicenseRequired";

    public override string ToString() =>
        $"{Kind} (status {Status}, code {Code ?? "none"}, request {RequestId ?? "none"}, retry after {RetryAfter?.ToString() ?? "unsaid"})";
}
