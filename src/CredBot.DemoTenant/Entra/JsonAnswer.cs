using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.Entra;

/// <summary>An answer whose body is a JSON document made by hand, as the services' wire formats are.</summary>
internal sealed class JsonAnswer(JsonNode body, int status = StatusCodes.Status200OK) : IResult
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The error shape of the Bot Service, the connector and Direct Line.</summary>
    public static JsonAnswer Error(int status, string code, string message) =>
        new(new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }, status);

    /// <returns>UTF-8, people's scripts unescaped.</returns>
    public static byte[] Write(JsonNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            node.WriteTo(json);
        }

        return buffer.ToArray();
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        await httpContext.Response.Body.WriteAsync(Write(body), httpContext.RequestAborted);
    }
}
