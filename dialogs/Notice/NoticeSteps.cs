using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using CredBot.Graph;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.Notice;

/// <summary>The one outside effect of a notice: the bot's own app is installed for the person, under the token of who acted. Where that does not permit it, it is not done.</summary>
internal sealed class NoticeSteps(GraphClient graph, UserTokenClient tokens, IOptions<BotOptions> bot) : ISteps
{
    public string Flow => NoticeRequest.FlowName;

    public async Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        var request = context.Document.Deserialize(DialogsJson.Wire.NoticeDocument)!.Request;
        return JsonSerializer.SerializeToElement(await InstallAsync(request, cancellationToken), DialogsJson.Wire.NoticeStepResult);
    }

    private async Task<NoticeStepResult> InstallAsync(NoticeRequest request, CancellationToken cancellationToken)
    {
        var (who, options) = (request.Requester, bot.Value);
        if (await tokens.GetTokenAsync(who.ChannelUser, options.OAuthConnection, who.Channel, null, cancellationToken) is not TokenAnswer.Found { Token: var token })
        {
            return new() { Installed = false, Refusal = "NoToken" };
        }

        // The app's own id in its manifest is the bot's.
        return await graph.InstallAppAsync(new GraphToken(token.Value), request.SubjectId, options.AppId, cancellationToken) switch
        {
            GraphResult<AppInstalled>.Ok { Value: var installed } => new() { Installed = true, Chat = installed.ChatId },
            GraphResult<AppInstalled>.Failed { Error: var error } => new() { Installed = false, Refusal = $"install.{error.Kind}" },
            _ => new() { Installed = false },
        };
    }
}
