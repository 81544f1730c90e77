using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Graph;

/// <summary>Puts an answer on the wire in Graph's shape.</summary>
internal static class GraphWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Names the request in both headers; every answer carries them.</summary>
    public static string Stamp(HttpContext context)
    {
        var id = Guid.NewGuid().ToString();
        context.Response.Headers["request-id"] = id;
        context.Response.Headers["client-request-id"] = context.Request.Headers["client-request-id"] is { Count: > 0 } theirs ? theirs : id;
        return id;
    }

    public static Task WriteAsync(HttpContext context, GraphAnswer answer, DateTimeOffset now)
    {
        var requestId = Stamp(context);
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (answer.Status is StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = Challenge(context.Request);
        }

        var body = answer.Refusal is { } refusal ? Refusal(refusal, requestId, response, now) : answer.Body;
        return body is null ? Task.CompletedTask : SendAsync(response, body);
    }

    /// <summary>An instant as the directory writes it: whole seconds, UTC.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Challenge(HttpRequest request) =>
        $"Bearer realm=\"\", authorization_uri=\"{request.Scheme}://{request.Host}/demo/entra/common/oauth2/authorize\", "
        + "client_id=\"00000003-0000-0000-c000-000000000000\"";

    private static JsonObject Refusal(GraphRefusal refusal, string requestId, HttpResponse response, DateTimeOffset now) => new()
    {
        ["error"] = new JsonObject
        {
            ["code"] = refusal.Code,
            ["message"] = refusal.Message,
            ["innerError"] = new JsonObject
            {
                ["date"] = now.UtcDateTime.ToString("s", CultureInfo.InvariantCulture),
                ["request-id"] = requestId,
                ["client-request-id"] = response.Headers["client-request-id"].ToString(),
            },
        },
    };

    private static async Task SendAsync(HttpResponse response, JsonNode body)
    {
        response.ContentType = "application/json; odata.metadata=minimal; charset=utf-8";
        await using var writer = new Utf8JsonWriter(response.BodyWriter, Readable);
        body.WriteTo(writer);
    }
}
