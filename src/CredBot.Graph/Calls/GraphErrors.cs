using System.Text.Json;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace CredBot.Graph.Calls;

/// <summary>What the SDK's failures mean.</summary>
internal static class GraphErrors
{
    /// <summary>
    /// The ways in which the SDK fails: ODataError for a JSON error, ApiException for an empty one, InvalidOperationException for a body that is no
    /// JSON, JsonException for one that breaks off, AggregateException around any of these, and what the network throws.
    /// </summary>
    /// <remarks>Source: observed with Microsoft.Graph 6.10 against a stub handler.</remarks>
    public static bool IsKnown(Exception failure) => failure
        is ApiException or InvalidOperationException or JsonException or AggregateException or FormatException
        or HttpRequestException or IOException or OperationCanceledException;

    /// <param name="call">What the answer's head said.</param>
    /// <param name="failure">What the SDK threw; null where it made nothing of the answer.</param>
    public static GraphError From(GraphCall call, Exception? failure)
    {
        var cause = failure is AggregateException many
            ? many.InnerExceptions.FirstOrDefault(static inner => inner is ApiException) ?? many.InnerException
            : failure;
        var status = call.Status is not 0 ? call.Status : (cause as ApiException)?.ResponseStatusCode ?? 0;
        var error = (cause as ODataError)?.Error;
        return new GraphError
        {
            Kind = call.Claims is not null ? GraphErrorKind.ClaimsRequired : Kind(status, cause),
            Status = status,
            Code = error?.Code,
            RequestId = call.RequestId ?? error?.InnerError?.RequestId,
            RetryAfter = call.RetryAfter,
            Claims = call.Claims,
            ProvesNothingHappened = status switch
            {
                408 or 499 => false,
                >= 400 and < 500 => true,
                503 => error?.Code is not null || call.RetryAfter is not null,
                _ => false,
            },
        };
    }

    private static GraphErrorKind Kind(int status, Exception? cause) => status switch
    {
        0 => cause is InvalidOperationException ? GraphErrorKind.Unexpected : GraphErrorKind.NoAnswer,
        400 => GraphErrorKind.BadRequest,
        401 => GraphErrorKind.SignInExpired,
        403 => GraphErrorKind.Forbidden,
        404 => GraphErrorKind.NotFound,
        409 => GraphErrorKind.Conflict,
        429 => GraphErrorKind.Throttled,
        408 or 500 or 502 or 503 or 504 => GraphErrorKind.Unavailable,
        // The head came, the body did not.
        >= 200 and < 300 when cause is HttpRequestException or IOException or OperationCanceledException => GraphErrorKind.NoAnswer,
        _ => GraphErrorKind.Unexpected,
    };
}
