using System.Text.Json;
using CredBot.Bot.Connector;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.People;
using CredBot.Engine.Store;
using Microsoft.Extensions.Logging;

namespace CredBot.Engine.Hosting;

/// <summary>Brings authenticated activities to their conversation.</summary>
internal sealed partial class Inbox(
    IGrainFactory grains, ISecretSeal seals, TurnRunner runner, Circle circle, EngineQuiescence quiescence, TimeProvider time, ILogger<Inbox> logger)
    : IActivityInbox
{
    /// <summary>A channel hangs up after 10 to 15 s; what is not durable or answered by then is not acknowledged.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public async Task AcceptAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var work = quiescence.Begin();
        var key = ConversationKey.Of(activity);
        var seal = seals.Seal(Conversation.Mailbox(key), JsonSerializer.Serialize(activity, EngineJson.Wire.Activity));
        var unheardFrom = runner.Hears(activity) ? null : activity.ServiceUrl ?? "";

        // Met before heard: what the turn owes to the sender's own chat finds them.
        await circle.MeetAsync(activity).WaitAsync(Limit, time, cancellationToken);
        await grains.GetGrain<IConversation>(key).Accept(activity.Id, seal, isProactive: false, unheardFrom).WaitAsync(Limit, time, cancellationToken);
    }

    public async Task<InvokeResponse?> InvokeAsync(Activity activity, CancellationToken cancellationToken)
    {
        using var work = quiescence.Begin();
        var text = new Cloaked { Json = JsonSerializer.Serialize(activity, EngineJson.Wire.Activity) };

        // Who waits for an answer does not wait for this; the next activity teaches the same.
        quiescence.Track(() => circle.MeetAsync(activity), failure => Log.NotMet(logger, failure));
        var answer = await grains.GetGrain<IConversation>(ConversationKey.Of(activity)).Invoke(activity.Id, text).WaitAsync(Limit, time, cancellationToken);
        return answer is null ? null : JsonSerializer.Deserialize(answer.Json, EngineJson.Wire.InvokeResponse);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What an invoke teaches about its sender was not stored.")]
        public static partial void NotMet(ILogger logger, Exception failure);
    }
}
