using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CredBot.DemoTenant.Page;

/// <summary>Puts the demo's chat page on a host: <c>/</c> and, under <c>/page/</c>, what it loads.</summary>
public static class DemoPageExtensions
{
    public static IEndpointRouteBuilder MapDemoPage(this IEndpointRouteBuilder endpoints)
    {
        var assets = PageAsset.ReadAll();
        endpoints.MapGet("/", (HttpContext context) => WriteIndexAsync(context, assets[PageAsset.Index]));
        endpoints.MapGet("/page/{name}", (string name) => assets.TryGetValue(name, out var asset) && name != PageAsset.Index
            ? Results.Bytes(asset.Content, asset.ContentType, lastModified: null, entityTag: asset.Tag)
            : Results.NotFound());
        return endpoints;
    }

    /// <summary>Web Chat writes its styles into the page; the nonce, new for every answer, is what lets it and nobody else.</summary>
    private static Task WriteIndexAsync(HttpContext context, PageAsset index)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self'; img-src 'self' data: blob:; " +
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        context.Response.ContentType = index.ContentType;
        return context.Response.WriteAsync(index.Text.Replace("{{nonce}}", nonce, StringComparison.Ordinal), context.RequestAborted);
    }
}
