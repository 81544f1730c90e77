namespace CredBot.Graph;

/// <summary>What a failed call to Graph means to the caller.</summary>
public enum GraphErrorKind
{
    /// <summary>401: the token is expired, revoked or malformed. Sign in again.</summary>
    SignInExpired,

    /// <summary>401 with a claims challenge: the person must sign in again and satisfy <see cref="GraphError.Claims"/>.</summary>
    ClaimsRequired,

    /// <summary>403: the permission is not consented, the person's role does not reach, or the tenant lacks a licence.</summary>
    Forbidden,

    /// <summary>404: no such object, or none that this person may see.</summary>
    NotFound,

    /// <summary>400: Graph does not accept the values, e.g. a password its policy refuses.</summary>
    BadRequest,

    /// <summary>409.</summary>
    Conflict,

    /// <summary>429: too many calls.</summary>
    Throttled,

    /// <summary>500, 502, 503, 504, 408: the service or something before it is in trouble.</summary>
    Unavailable,

    /// <summary>No answer at all: not connected, connection lost, or out of time.</summary>
    NoAnswer,

    /// <summary>An answer that Graph does not give: another status, or a body that is no JSON.</summary>
    Unexpected,
}
