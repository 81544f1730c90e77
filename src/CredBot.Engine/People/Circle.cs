using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;
using Microsoft.Extensions.Options;

namespace CredBot.Engine.People;

/// <summary>Lets the bot learn from what comes in whom it knows and where they are.</summary>
internal sealed class Circle(IGrainFactory grains, IOptions<BotOptions> options)
{
    /// <param name="activity">Authenticated, so that its sender and tenant are who they are said to be.</param>
    public Task MeetAsync(Activity activity)
    {
        // A channel that does not say who it is teaches nothing.
        if (activity is not { TenantId: { Length: > 0 } tenant, ActorId: { Length: > 0 } person })
        {
            return Task.CompletedTask;
        }

        var who = grains.GetGrain<IAcquaintance>(AcquaintanceKey.Of(options.Value.AppId, tenant, person));
        return activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" }
            ? activity.IsPersonal ? who.Forget() : Task.CompletedTask
            : who.Meet(new Cloaked { Json = JsonSerializer.Serialize(activity.Reference, EngineJson.Wire.ConversationReference) });
    }
}
