using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;
using CredBot.Graph;
using Microsoft.Extensions.Options;

namespace CredBot.Dialogs.PasswordWatch;

/// <summary>The one outside effect of a watch: a look at the person's own account, under their own token.</summary>
internal sealed class PasswordWatchSteps(GraphClient graph, UserTokenClient tokens, IOptions<BotOptions> bot) : ISteps
{
    public string Flow => PasswordWatchRequest.FlowName;

    public async Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        var who = context.Document.Deserialize(DialogsJson.Wire.PasswordWatchDocument)!.Request.Requester;
        return JsonSerializer.SerializeToElement(await LookAsync(who, cancellationToken), DialogsJson.Wire.PasswordWatchStepResult);
    }

    private async Task<PasswordWatchStepResult> LookAsync(Requester who, CancellationToken cancellationToken) =>
        await tokens.GetTokenAsync(who.ChannelUser, bot.Value.OAuthConnection, who.Channel, null, cancellationToken) switch
        {
            TokenAnswer.Found { Token: var token } => await graph.GetMeAsync(new GraphToken(token.Value), cancellationToken) switch
            {
                GraphResult<DirectoryUser>.Ok { Value: var me } when me.Id == who.Id => new() { ChangedAt = me.LastPasswordChange },
                GraphResult<DirectoryUser>.Failed { Error.Kind: not (GraphErrorKind.SignInExpired or GraphErrorKind.ClaimsRequired) } => new(),
                _ => new() { SignedOut = true },
            },
            TokenAnswer.Unavailable => new(),
            _ => new() { SignedOut = true },
        };
}
