using System.Text.Json;
using CredBot.Bot.Limits;
using CredBot.Bot.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary><c>POST /api/messages</c>: who speaks is checked before what is said, and 202 means «it will not be lost».</summary>
internal sealed partial class CloudAdapter(
    ChannelTokenValidator validator, PlaygroundSender playground, InboundGate gate, IOptions<BotOptions> options, IOptions<LimitsOptions> limits,
    ILogger<CloudAdapter> logger)
{
    public async Task HandleAsync(HttpContext context)
    {
        var longest = limits.Value.BodyBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = longest;
        }

        if (context.Request.ContentLength > longest)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var isUnsigned = playground.IsHeard(context);
        var token = isUnsigned ? null : await validator.AuthenticateAsync(context.Request.Headers.Authorization, context.RequestAborted);
        if (token is null && !isUnsigned)
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

        if ((token is null ? validator.AuthorizeUnsigned(activity) : validator.Authorize(token, activity)) is TokenVerdict.Refused refused)
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
            // Whole, and only then parsed: a body that is too long is refused for that, whatever it begins with.
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            return Parse(body.GetBuffer().AsSpan(0, (int)body.Length)) is { } activity
                ? (activity, 0)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException unreadable)
        {
            return (null, unreadable.StatusCode);
        }
    }

    /// <returns>Null where it is no activity that could be worked with.</returns>
    private static Activity? Parse(ReadOnlySpan<byte> body)
    {
        var json = body.StartsWith("\uFEFF"u8) ? body[3..] : body;
        try
        {
            return WireText.IsReadable(json)
                && JsonSerializer.Deserialize(json, BotJson.Wire.Activity) is { Type.Length: > 0, Conversation.Id.Length: > 0, From.Id.Length: > 0, Id: not "" } activity
                    ? activity.Unpacked().WithoutCallerId()
                    : null;
        }
        catch (JsonException)
        {
            return null;
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
            await AnswerAsync(context.Response, await gate.AcceptAsync(activity, CancellationToken.None));
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
        response.StatusCode = answer?.Status ?? StatusCodes.Status202Accepted;
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
