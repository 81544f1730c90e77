using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;

namespace CredBot.Engine.Hosting;

/// <summary>Brings authenticated activities to their conversation.</summary>
internal sealed class Inbox(IGrainFactory grains, ISecretSeal seals, TurnRunner runner, EngineQuiescence quiescence) : IActivityInbox
{
    /// <summary>A channel hangs up after 10 to 15 s; what is not durable or answered by then is not acknowledged.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public async Task AcceptAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var work = quiescence.Begin();
        var key = ConversationKey.Of(activity);
        var seal = seals.Seal(Conversation.Mailbox(key), JsonSerializer.Serialize(activity, EngineJson.Wire.Activity));
        var unheardFrom = runner.Hears(activity) ? null : activity.ServiceUrl ?? "";
        await grains.GetGrain<IConversation>(key).Accept(activity.Id, seal, unheardFrom).WaitAsync(Limit, cancellationToken);
    }

    public async Task<InvokeResponse?> InvokeAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var work = quiescence.Begin();
        var text = new Cloaked { Json = JsonSerializer.Serialize(activity, EngineJson.Wire.Activity) };
        var answer = await grains.GetGrain<IConversation>(ConversationKey.Of(activity)).Invoke(activity.Id, text).WaitAsync(Limit, cancellationToken);
        return answer is null ? null : JsonSerializer.Deserialize(answer.Json, EngineJson.Wire.InvokeResponse);
    }
}
