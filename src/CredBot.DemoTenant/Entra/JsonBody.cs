using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CredBot.DemoTenant.Entra;

/// <summary>Reads JSON objects that come over the wire, and looks into them without trusting their shape.</summary>
internal static class JsonBody
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <returns>Null where the body is no JSON object; an empty one where there is no body.</returns>
    /// <exception cref="BadHttpRequestException">Status 413: the body has more than <paramref name="limit"/> bytes.</exception>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request, int limit)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.Length is 0 ? [] : Parse(buffer.ToArray());
    }

    /// <returns>Null for anything but a JSON object.</returns>
    public static JsonObject? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The member's text; null where it is absent or something else.</returns>
    public static string? Text(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <returns>The member, where it is an object.</returns>
    public static JsonObject? Object(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonObject;

    /// <returns>The member, where it is an array.</returns>
    public static JsonArray? List(this JsonNode? node, string name) => (node as JsonObject)?[name] as JsonArray;

    /// <summary>The same document, no longer changeable, safe to read from many threads.</summary>
    public static JsonElement Freeze(this JsonObject json)
    {
        using var document = JsonDocument.Parse(JsonAnswer.Write(json));
        return document.RootElement.Clone();
    }

    /// <summary>A copy that can be changed.</summary>
    public static JsonObject Thaw(this JsonElement json) => JsonObject.Create(json)!;
}
