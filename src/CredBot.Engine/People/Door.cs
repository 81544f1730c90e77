using System.Text.Json;
using CredBot.Bot.Schema;
using CredBot.Engine.Contracts;
using CredBot.Engine.Conversations;
using CredBot.Engine.Grains;
using CredBot.Engine.Store;

namespace CredBot.Engine.People;

/// <summary>The way into a person's own chat, for what is owed to them. Each may be repeated without harm: the chat takes a key once.</summary>
internal sealed class Door(IGrainFactory grains, ISecretSeal seals)
{
    public Task TellAsync(ConversationReference at, OwedEffect notice)
    {
        var message = notice.In(at.Locale);
        var send = new OwedEffect { Number = 1, Kind = OwedKind.Send, Key = notice.Key, Activity = message, Operation = notice.Operation };
        var to = new Cloaked { Json = JsonSerializer.Serialize(at, EngineJson.Wire.ConversationReference) };
        return Chat(at).Tell(notice.Key!, to, new Cloaked { Json = JsonSerializer.Serialize([send], EngineJson.Wire.OwedEffectArray) });
    }

    /// <summary>A letter that no channel brought: nothing that comes from outside can be marked so.</summary>
    public Task ContinueAsync(ConversationReference at, OwedEffect notice)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = "ContinueConversation",
            Id = $"proactive|{notice.Key}",
            From = at.User,
            Recipient = at.Bot,
            Conversation = at.Conversation,
            ChannelId = at.ChannelId,
            ServiceUrl = at.ServiceUrl,
            Locale = at.Locale,
            Value = notice.Intent,
        };
        var seal = seals.Seal(Conversation.Mailbox(Key(at)), JsonSerializer.Serialize(activity, EngineJson.Wire.Activity));
        return Chat(at).Accept(activity.Id, seal, isProactive: true);
    }

    private IConversation Chat(ConversationReference at) => grains.GetGrain<IConversation>(Key(at));

    private static string Key(ConversationReference at) => ConversationKey.Of(at.TenantId, at.ChannelId, at.Conversation?.Id);
}
