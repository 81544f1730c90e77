using System.Net.Http.Headers;
using System.Net.Http.Json;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>Sends, updates and deletes messages in a conversation.</summary>
/// <remarks>Source: bot-docs «Connector API reference»; retry rules: Teams docs «Rate limiting», «Send proactive messages».</remarks>
public sealed partial class ConnectorClient(
    IHttpClientFactory clients, BotTokenSource tokens, IOptions<BotOptions> options, TimeProvider time, ILogger<ConnectorClient> logger)
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string Client = "connector";

    /// <summary>Longer waits than this are left to the caller's own due time.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private const int Tries = 3;
    private const string GccHost = "smba.infra.gcc.teams.microsoft.com";
    private readonly BotCloudSettings cloud = BotCloudSettings.From(options.Value);

    public Task<ConnectorResult> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        activity.Type is ActivityTypes.Trace or "delay" or "invokeResponse"
            ? Task.FromResult<ConnectorResult>(new ConnectorResult.Sent(""))
            : CallAsync(to, HttpMethod.Post, Path(to, activity.ReplyToId), Json(activity.AddressedTo(to)), cancellationToken);

    public Task<ConnectorResult> UpdateAsync(ConversationReference to, string activityId, Activity activity, CancellationToken cancellationToken) =>
        CallAsync(to, HttpMethod.Put, Path(to, activityId), Json(activity.AddressedTo(to) with { Id = activityId }), cancellationToken);

    public Task<ConnectorResult> DeleteAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        CallAsync(to, HttpMethod.Delete, Path(to, activityId), null, cancellationToken);

    /// <summary>Opens (or finds) the personal chat with one person.</summary>
    /// <param name="user">Its user's channel id or object id, its tenant and its service address.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The conversation's id.</returns>
    public Task<ConnectorResult> CreateConversationAsync(ConversationReference user, CancellationToken cancellationToken)
    {
        if (user.User?.Id is not { Length: > 0 } member || member.Contains('@', StringComparison.Ordinal))
        {
            return Task.FromResult<ConnectorResult>(new ConnectorResult.Refused(0, "MemberId", false));
        }

        var channelData = new JsonElementBuilder(json =>
        {
            json.WriteStartObject("tenant");
            json.WriteString("id", user.TenantId);
            json.WriteEndObject();
        }).Element;
        var body = new CreateConversation { IsGroup = false, Bot = user.Bot, Members = [user.User], TenantId = user.TenantId, ChannelData = channelData };
        return CallAsync(user, HttpMethod.Post, "v3/conversations", () => JsonContent.Create(body, ConnectorJson.Default.CreateConversation), cancellationToken);
    }

    private static string Path(ConversationReference to, string? activityId)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(to.Conversation?.Id ?? "")}/activities";
        return activityId is { Length: > 0 } ? $"{path}/{Uri.EscapeDataString(activityId)}" : path;
    }

    private static Func<HttpContent> Json(Activity activity) => () => JsonContent.Create(activity, BotJson.Wire.Activity);

    private async Task<ConnectorResult> CallAsync(
        ConversationReference to, HttpMethod method, string path, Func<HttpContent>? body, CancellationToken cancellationToken)
    {
        if (!OutboundHosts.IsTrusted(to.ServiceUrl, cloud))
        {
            Log.Untrusted(logger);
            return new ConnectorResult.Refused(0, "UntrustedServiceUrl", false);
        }

        if (IsForeign(to.Bot?.Id))
        {
            Log.Foreign(logger);
            return new ConnectorResult.Refused(0, "ForeignBot", false);
        }

        var url = $"{to.ServiceUrl!.TrimEnd('/')}/{path}";
        var (token, renewed) = (await tokens.GetAsync(null, cancellationToken), false);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await OnceAsync(method, url, body, token, cancellationToken);
            if (answer.Status is 401 && !renewed)
            {
                (token, renewed) = (await tokens.GetAsync(refused: token, cancellationToken), true);
                continue;
            }

            if (answer.Code is "InvalidBotApiHost" && new Uri(url).Host != GccHost && cloud.ServiceHosts.Contains(GccHost))
            {
                url = $"https://{GccHost}/teams/{path}";
                continue;
            }

            if (Settle(method, answer, attempt, out var wait) is { } result)
            {
                return result;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>Ids of people and of chats belong to one bot: what another app id has stored opens nothing for us.</summary>
    private bool IsForeign(string? bot) =>
        bot is not null && bot.StartsWith("28:", StringComparison.Ordinal) && Guid.TryParse(bot.AsSpan(3), out var app)
        && (!Guid.TryParse(options.Value.AppId, out var own) || app != own);

    /// <summary>What an answer means: an end, or a wait before the next try.</summary>
    private ConnectorResult? Settle(HttpMethod method, ConnectorAnswer answer, int attempt, out TimeSpan wait)
    {
        wait = answer.RetryAfter ?? TimeSpan.FromMilliseconds(200 * attempt);
        switch (answer.Status)
        {
            case >= 200 and < 300:
                return new ConnectorResult.Sent(answer.Id);
            case 412 or 429 or 502 or 503 or 504 or 0:
                // A lost or gateway-refused POST may have arrived all the same: once more, no further.
                var tries = method == HttpMethod.Post && answer.Status is not (412 or 429) ? 2 : Tries;
                return attempt < tries && wait <= LongestWait ? null : new ConnectorResult.Failed(answer.RetryAfter);
            default:
                Log.Refused(logger, answer.Status, answer.Code);
                return new ConnectorResult.Refused(answer.Status, answer.Code, answer.Status is 403 && answer.Code is not "InvalidBotApiHost");
        }
    }

    private async Task<ConnectorAnswer> OnceAsync(HttpMethod method, string url, Func<HttpContent>? body, Secret token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body?.Invoke() };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, cancellationToken);
            return await ConnectorAnswer.ReadAsync(response, cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException || (lost is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ConnectorAnswer(0, "", null, null);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message was refused with {Status} {Code}.")]
        public static partial void Refused(ILogger logger, int status, string? code);

        [LoggerMessage(2, LogLevel.Error, "A message was not sent: its service address is not on the list of trusted hosts.")]
        public static partial void Untrusted(ILogger logger);

        [LoggerMessage(3, LogLevel.Error, "A message was not sent: its reference was stored by another bot.")]
        public static partial void Foreign(ILogger logger);
    }
}
