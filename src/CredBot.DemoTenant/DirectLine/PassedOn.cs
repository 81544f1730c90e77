using CredBot.DemoTenant.BotService;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>The bot's own answer to an invoke, as Teams sees it; an empty success is an empty object, which clients can read.</summary>
internal sealed class PassedOn(BotAnswer.Answered answered) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answered.Status;
        var body = answered is { Status: StatusCodes.Status200OK, Body.Length: 0 } ? "{}"u8.ToArray() : answered.Body;
        if (body.Length > 0)
        {
            // Whatever the bot says it is, it is never a page of this origin.
            response.ContentType = "application/json; charset=utf-8";
            response.Headers.XContentTypeOptions = "nosniff";
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
