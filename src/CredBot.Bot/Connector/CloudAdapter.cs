using System.Text.Json;
using CredBot.Bot.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary><c>POST /api/messages</c>: who speaks is checked before what is said, and 202 means «it will not be lost».</summary>
internal sealed partial class CloudAdapter(ChannelTokenValidator validator, IActivityInbox inbox, IOptions<BotOptions> options, ILogger<CloudAdapter> logger)
{
    /// <summary>Bytes of a request's body; more is refused before parsing.</summary>
    internal const int BodyLimit = 1024 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = BodyLimit;
        }

        if (context.Request.ContentLength > BodyLimit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var token = await validator.AuthenticateAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (token is null)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var (activity, status) = await ReadAsync(context.Request);
        if (activity is null)
        {
            context.Response.StatusCode = status;
            return;
        }

        if (validator.Authorize(token, activity) is TokenVerdict.Refused refused)
        {
            context.Response.StatusCode = refused.Status;
            return;
        }

        await DeliverAsync(context, activity);
    }

    /// <returns>The activity, or the status that refuses the body.</returns>
    private static async Task<(Activity? Activity, int Status)> ReadAsync(HttpRequest request)
    {
        try
        {
            var activity = await JsonSerializer.DeserializeAsync(request.Body, BotJson.Wire.Activity, request.HttpContext.RequestAborted);
            return activity is { Type.Length: > 0, Conversation.Id.Length: > 0, From.Id.Length: > 0, Id: not "" }
                ? (activity.Unpacked(), 0)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return (null, tooLarge.StatusCode);
        }
    }

    /// <summary>From here on the work does not end when the caller hangs up.</summary>
    private async Task DeliverAsync(HttpContext context, Activity activity)
    {
        // The bot hears no echo of its own words, whomever they were said to.
        if (activity.From!.Id == activity.Recipient?.Id || activity.From.Id == $"28:{options.Value.AppId}")
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        try
        {
            if (activity.Type is ActivityTypes.Invoke)
            {
                await AnswerAsync(context.Response, await inbox.InvokeAsync(activity, CancellationToken.None));
                return;
            }

            await inbox.AcceptAsync(activity, CancellationToken.None);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }
        catch (Exception failure)
        {
            // Not acknowledged, so the channel delivers again; nothing of the activity's content is told.
            Log.NotDelivered(logger, activity.Type, failure);
            context.Response.StatusCode = activity.Type is ActivityTypes.Invoke ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task AnswerAsync(HttpResponse response, InvokeResponse? answer)
    {
        response.StatusCode = answer?.Status ?? StatusCodes.Status501NotImplemented;
        if (answer?.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            await using var json = new Utf8JsonWriter(response.BodyWriter);
            body.WriteTo(json);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A {Type} activity could not be taken in.")]
        public static partial void NotDelivered(ILogger logger, string? type, Exception failure);
    }
}
