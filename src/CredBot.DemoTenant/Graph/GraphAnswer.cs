using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>What Graph says to one request.</summary>
internal sealed record GraphAnswer
{
    public required int Status { get; init; }

    /// <value>Null for an answer without a body, and for a refusal, whose body the front door writes.</value>
    public JsonNode? Body { get; init; }

    public GraphRefusal? Refusal { get; init; }

    /// <value>The address of the long-running operation that this answer accepted; absolute.</value>
    public string? Location { get; init; }

    /// <value>Id of that operation, for the ledger.</value>
    public string? Operation { get; init; }

    /// <summary>The body may hold a password and is not printed.</summary>
    public override string ToString() => Status.ToString(CultureInfo.InvariantCulture);

    public static GraphAnswer Ok(JsonNode body) => new() { Status = StatusCodes.Status200OK, Body = body };

    public static GraphAnswer NoContent => new() { Status = StatusCodes.Status204NoContent };

    public static GraphAnswer Refused(int status, string code, string message) =>
        new() { Status = status, Refusal = new GraphRefusal(code, message) };

    public static GraphAnswer BadRequest(string message) => Refused(StatusCodes.Status400BadRequest, "Request_BadRequest", message);

    public static GraphAnswer Forbidden(string code, string message) => Refused(StatusCodes.Status403Forbidden, code, message);

    /// <summary>The permission is missing, or the role, or the subject stands too high: Graph does not say which.</summary>
    public static GraphAnswer RequestDenied =>
        Forbidden("Authorization_RequestDenied", "Insufficient privileges to complete the operation.");

    /// <summary>How the endpoints under <c>/authentication</c> say that a permission is missing: lower case.</summary>
    public static GraphAnswer AccessDenied =>
        Forbidden("accessDenied", "Request Authorization failed");

    public static GraphAnswer NotFound(string key) => Refused(StatusCodes.Status404NotFound, "Request_ResourceNotFound",
        $"Resource '{key}' does not exist or one of its queried reference-property objects are not present.");
}

/// <summary>A refusal in Graph's own words.</summary>
internal sealed record GraphRefusal(string Code, string Message);
