using System.Net;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>Keeps the demo among the programs of one machine: a web page from elsewhere, or a name that was bent to 127.0.0.1, gets nothing.</summary>
internal sealed class LoopbackOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/demo") && !context.Request.Path.StartsWithSegments("/v3/directline"))
        {
            return next(context);
        }

        var origin = context.Request.Headers.Origin.ToString();
        if (!IsLoopback(context.Request.Host.Host) || (origin.Length > 0 && !IsLoopbackOrigin(origin)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        if (origin.Length > 0)
        {
            Allow(context, origin);
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static void Allow(HttpContext context, string origin)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = "true";
        headers.Vary = "Origin";
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlAllowMethods = "GET, POST, DELETE, OPTIONS";
            headers.AccessControlAllowHeaders = "authorization, content-type, x-requested-with, x-ms-bot-agent";
            headers.AccessControlMaxAge = "600";
        }
    }

    private static bool IsLoopbackOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme is "http" or "https";

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
