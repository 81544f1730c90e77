using System.Globalization;
using CredBot.DemoTenant.Graph;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CredBot.DemoTenant.Faults;

/// <summary>Makes requests to the tenant's services fail as the rules say; everything else passes untouched.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultRules rules, GraphFrontDoor graph, TimeProvider time)
{
    private static readonly string[] Services = [GraphPath.Prefix, "/demo/entra", "/demo/botservice"];

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!Services.Any(service => path.StartsWithSegments(service)) || rules.Take(path.Value!, Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""), context.Request.Method) is not { } rule)
        {
            await next(context);
            return;
        }

        switch (rule.Kind)
        {
            case FaultKind.Slow:
                await Task.Delay(rule.Delay, time, context.RequestAborted);
                await next(context);
                break;
            case FaultKind.LostReply:
                await LoseReplyAsync(context);
                break;
            default:
                AddRetryAfter(context.Response, rule);
                await RefuseAsync(context, Refusal(rule));
                break;
        }
    }

    private static GraphAnswer Refusal(FaultRule rule) => rule.Kind switch
    {
        FaultKind.ExpiredToken => GraphAnswer.Refused(
            StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired."),
        FaultKind.Consent => GraphAnswer.Refused(
            StatusCodes.Status400BadRequest, "consent_required", "AADSTS65001: The user or an administrator has not consented to use the application."),
        _ => GraphAnswer.Refused(rule.Status, Code(rule.Status), $"The service answered {rule.Status} as it was told to."),
    };

    /// <summary>The work is done in full, into nowhere; then the line goes dead before a single byte was sent.</summary>
    private async Task LoseReplyAsync(HttpContext context)
    {
        var nowhere = new StreamResponseBodyFeature(Stream.Null);
        context.Features.Set<IHttpResponseBodyFeature>(nowhere);
        await next(context);
        await nowhere.CompleteAsync();
        context.Abort();
    }

    /// <summary>Graph and the other services write an error alike; Graph's names its request and stands in the ledger.</summary>
    private Task RefuseAsync(HttpContext context, GraphAnswer answer) =>
        GraphPath.IsGraph(context.Request.Path) ? graph.RefuseAsync(context, answer) : GraphWriter.WriteAsync(context, answer, time.GetUtcNow());

    private static void AddRetryAfter(HttpResponse response, FaultRule rule)
    {
        if (rule.RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Code(int status) => status switch
    {
        400 => "Request_BadRequest",
        401 => "InvalidAuthenticationToken",
        403 => "Authorization_RequestDenied",
        404 => "Request_ResourceNotFound",
        409 => "Request_MultipleObjectsWithSameKeyValue",
        429 => "TooManyRequests",
        503 => "serviceUnavailable",
        504 => "gatewayTimeout",
        _ => "UnknownError",
    };
}
