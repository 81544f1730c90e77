using System.Net.Http.Headers;
using System.Text.Json;
using CredBot.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>Sends, updates and deletes messages in a conversation: one try a call, so that whoever owes the message can keep the next one's time.</summary>
/// <remarks>Source: bot-docs «Connector API reference»; what may be tried again: Teams docs «Rate limiting», «Send proactive messages».</remarks>
public sealed partial class ConnectorClient(
    IHttpClientFactory clients, BotTokenSource tokens, SendLimits limits, IOptions<BotOptions> options, TimeProvider time, ILogger<ConnectorClient> logger)
{
    /// <summary>Name of the HTTP client.</summary>
    internal const string Client = "connector";

    private const string WrongHost = "InvalidBotApiHost";
    private const string GccHost = "smba.infra.gcc.teams.microsoft.com";
    private const string GccUrl = $"https://{GccHost}/teams";

    /// <summary>How long a thread is left alone that throttled without saying how long.</summary>
    private static readonly TimeSpan Throttled = TimeSpan.FromSeconds(1);

    private readonly BotCloudSettings cloud = BotCloudSettings.From(options.Value);

    public Task<ConnectorResult> SendAsync(ConversationReference to, Activity activity, CancellationToken cancellationToken) =>
        activity.Type is ActivityTypes.Trace or "delay" or "invokeResponse"
            ? Task.FromResult<ConnectorResult>(new ConnectorResult.Sent(""))
            : CallAsync(to, HttpMethod.Post, Path(to, activity.ReplyToId), Json(activity.AddressedTo(to)), cancellationToken);

    /// <summary>Sends a message that one person of a group alone sees.</summary>
    /// <remarks>Source: Teams docs «Send and receive targeted messages»: the recipient is a member of the conversation, which is no personal chat.</remarks>
    /// <param name="to">The group chat or channel.</param>
    /// <param name="person">Who sees it, by their channel id.</param>
    /// <param name="activity">The message.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Refused, with nothing sent, outside a group: everybody there would be one person, and Teams answers 400.</returns>
    public Task<ConnectorResult> SendTargetedAsync(ConversationReference to, ChannelAccount person, Activity activity, CancellationToken cancellationToken) =>
        to.Conversation?.IsGroup is true && person.Id is { Length: > 0 } && Path(to, activity.ReplyToId) is { } path
            ? CallAsync(to, HttpMethod.Post, $"{path}?isTargetedActivity=true", Json(activity.AddressedTo(to with { User = person })), cancellationToken)
            : Task.FromResult<ConnectorResult>(new ConnectorResult.Refused(0, "NoGroup", false));

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
        return CallAsync(user, HttpMethod.Post, "v3/conversations", JsonSerializer.SerializeToUtf8Bytes(body, ConnectorJson.Default.CreateConversation), cancellationToken);
    }

    /// <returns>Null where the conversation has no id.</returns>
    private static string? Path(ConversationReference to, string? activityId)
    {
        if (to.Conversation?.Id is not { Length: > 0 } conversation)
        {
            return null;
        }

        var path = $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";
        return activityId is { Length: > 0 } ? $"{path}/{Uri.EscapeDataString(activityId)}" : path;
    }

    private static byte[] Json(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, BotJson.Wire.Activity);

    private async Task<ConnectorResult> CallAsync(ConversationReference to, HttpMethod method, string? path, byte[]? body, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return new ConnectorResult.Refused(0, "NoConversation", false);
        }

        if (OutboundHosts.Trusted(to.ServiceUrl, cloud) is not { } address)
        {
            Log.Untrusted(logger);
            return new ConnectorResult.Refused(0, "UntrustedServiceUrl", false);
        }

        if (IsForeign(to.Bot?.Id))
        {
            Log.Foreign(logger);
            return new ConnectorResult.Refused(0, "ForeignBot", false);
        }

        if (body is not null && !MessageSize.Fits(body, to.ChannelId))
        {
            Log.TooLarge(logger);
            return new ConnectorResult.Refused(413, "MessageSizeTooBig", false);
        }

        return limits.Ask(to) is { Ticks: > 0 } wait
            ? new ConnectorResult.Failed(wait) { Held = true }
            : await TryAsync(to, method, address, path, body, cancellationToken);
    }

    /// <summary>One try, and another at once where the answer says what was wrong with it: the token, or the host.</summary>
    private async Task<ConnectorResult> TryAsync(
        ConversationReference to, HttpMethod method, string address, string path, byte[]? body, CancellationToken cancellationToken)
    {
        var (token, renewed) = (await tokens.GetAsync(null, cancellationToken), false);
        string? moved = null;
        while (true)
        {
            var answer = await OnceAsync(method, $"{moved ?? address}/{path}", body, token, cancellationToken);
            if (answer.Status is 401 && !renewed)
            {
                (token, renewed) = (await tokens.GetAsync(refused: token, cancellationToken), true);
            }
            else if (answer is { Status: 403, Code: WrongHost } && moved is null && new Uri(address).Host is not GccHost && cloud.ServiceHosts.Contains(GccHost))
            {
                moved = GccUrl;
            }
            else
            {
                return Result(to, method, answer, moved);
            }
        }
    }

    /// <summary>Ids of people and of chats belong to one bot: what another app id has stored opens nothing for us.</summary>
    private bool IsForeign(string? bot) =>
        bot is not null && bot.StartsWith("28:", StringComparison.Ordinal) && Guid.TryParse(bot.AsSpan(3), out var app)
        && (!Guid.TryParse(options.Value.AppId, out var own) || app != own);

    /// <summary>What an answer means. 500 and the like are faults of the message, says Teams, and not tried again.</summary>
    private ConnectorResult Result(ConversationReference to, HttpMethod method, ConnectorAnswer answer, string? moved)
    {
        switch (answer.Status)
        {
            case >= 200 and < 300:
                return new ConnectorResult.Sent(answer.Id) { MovedTo = moved };
            case 429:
                limits.Close(to, answer.RetryAfter ?? Throttled);
                return new ConnectorResult.Failed(answer.RetryAfter);
            case 412 or 503:
                return new ConnectorResult.Failed(answer.RetryAfter);
            case 502 or 504 or 0:
                return new ConnectorResult.Failed(answer.RetryAfter) { Doubtful = method == HttpMethod.Post && (answer.Status is not 0 || answer.IsLost) };
            default:
                Log.Refused(logger, answer.Status, answer.Code);
                return new ConnectorResult.Refused(answer.Status, answer.Code, answer.Status is 403 && answer.Code is not WrongHost);
        }
    }

    private async Task<ConnectorAnswer> OnceAsync(HttpMethod method, string url, byte[]? json, Secret token, CancellationToken cancellationToken)
    {
        var body = json is null ? null : new ConnectorBody(json);
        using var request = new HttpRequestMessage(method, url) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        try
        {
            using var response = await clients.CreateClient(Client).SendAsync(request, cancellationToken);
            return await ConnectorAnswer.ReadAsync(response, time.GetUtcNow(), cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException || (lost is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ConnectorAnswer(0, "", null, null) { IsLost = body is null or { Begun: true } };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A message was refused with {Status} {Code}.")]
        public static partial void Refused(ILogger logger, int status, string? code);

        [LoggerMessage(2, LogLevel.Error, "A message was not sent: its service address is not on the list of trusted hosts.")]
        public static partial void Untrusted(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "A message was not sent: its reference was stored by another bot.")]
        public static partial void Foreign(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "A message was not sent: it is larger than its channel takes.")]
        public static partial void TooLarge(ILogger logger);
    }
}
