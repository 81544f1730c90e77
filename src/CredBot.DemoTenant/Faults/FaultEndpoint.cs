using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.DemoTenant.Faults;

/// <summary><c>POST /demo/faults</c> adds a rule, <c>DELETE</c> clears them all.</summary>
internal static class FaultEndpoint
{
    private const string Path = "/demo/faults";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Path, (RequestDelegate)AddAsync);
        endpoints.MapDelete(Path, (RequestDelegate)Clear);
    }

    private static async Task AddAsync(HttpContext context)
    {
        var (rule, wrong) = await ReadAsync(context);
        if (rule is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(wrong!, context.RequestAborted);
            return;
        }

        context.RequestServices.GetRequiredService<FaultRules>().Add(rule);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task Clear(HttpContext context)
    {
        context.RequestServices.GetRequiredService<FaultRules>().Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static async Task<(FaultRule? Rule, string? Wrong)> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return FaultRuleReader.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return (null, "The body is not JSON.");
        }
    }
}
