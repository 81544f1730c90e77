using System.Net.Http.Headers;
using System.Text.Json;
using CredBot.DemoTenant.Entra;
using Microsoft.Extensions.Options;

namespace CredBot.DemoTenant.BotService;

/// <summary>The channel's side of <c>POST /api/messages</c>: one attempt, signed.</summary>
internal sealed class BotLine(IHttpClientFactory clients, IOptions<DemoOptions> options, DemoAddress address, DemoTokens tokens, TimeProvider time)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Client = "demo-bot";

    /// <summary>How long Teams waits for an answer.</summary>
    /// <remarks>Source: MicrosoftDocs/msteams-docs#6084.</remarks>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<BotAnswer> SendAsync(JsonElement activity, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = Request(activity);
            using var response = await clients.CreateClient(Client).SendAsync(request, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return new BotAnswer.Answered((int)response.StatusCode, body, response.Content.Headers.ContentType?.ToString());
        }
        catch (HttpRequestException)
        {
            return new BotAnswer.Unreachable();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new BotAnswer.TimedOut();
        }
    }

    private HttpRequestMessage Request(JsonElement activity)
    {
        var content = new ByteArrayContent(JsonAnswer.Write(activity.Thaw()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, $"{(options.Value.BotUrl ?? address.Url).TrimEnd('/')}/api/messages") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.ForChannel(address.ServiceUrl));
        request.Headers.UserAgent.ParseAdd("Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)");
        request.Headers.Add("MS-CV", $"{Guid.NewGuid():N}.1");
        request.Headers.Add("x-ms-conversation-id", activity.GetProperty("conversation").GetProperty("id").GetString());
        request.Headers.Add("x-ms-tenant-id", DemoApp.TenantId);
        return request;
    }
}
