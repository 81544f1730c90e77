using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.BotService;

/// <summary>Lets only the bot's own living token through.</summary>
internal sealed class BotOnly(DemoTokens tokens) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var header = context.HttpContext.Request.Headers.Authorization.ToString().Split(' ');
        return header is ["Bearer", { Length: > 0 } bearer] && tokens.IsBotToken(bearer)
            ? await next(context)
            : JsonAnswer.Error(StatusCodes.Status401Unauthorized, "AuthorizationError", "Authorization has been denied for this request.");
    }
}
