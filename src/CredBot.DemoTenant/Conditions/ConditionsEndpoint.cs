using System.Text.Json;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.DemoTenant.Conditions;

/// <summary><c>PUT /demo/conditions</c> sets what is true of the tenant; what is left out is as at the start. <c>GET</c> shows it.</summary>
internal static class ConditionsEndpoint
{
    private const string Path = "/demo/conditions";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut(Path, (RequestDelegate)SetAsync);
        endpoints.MapGet(Path, (RequestDelegate)ShowAsync);
    }

    private static async Task SetAsync(HttpContext context)
    {
        try
        {
            var conditions = await JsonSerializer.DeserializeAsync(context.Request.Body, ConditionsJson.Default.TenantConditions, context.RequestAborted);
            context.RequestServices.GetRequiredService<DemoDirectory>().Conditions = conditions ?? throw new JsonException();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(
                "Expected {\"sync\": \"Running\" | \"Stale\" | \"Never\", \"writeback\": \"On\" | \"Off\" | \"Unknown\", \"premium\": bool, \"adminSspr\": bool, "
                + "\"appPolicy\": \"None\" | \"SecretsForbidden\" | \"ShortSecrets\", \"appCredentials\": \"Mixed\" | \"Ending\" | \"Fresh\"}.",
                context.RequestAborted);
        }
    }

    private static Task ShowAsync(HttpContext context) => context.Response.WriteAsJsonAsync(
        context.RequestServices.GetRequiredService<DemoDirectory>().Conditions, ConditionsJson.Default.TenantConditions, cancellationToken: context.RequestAborted);
}
