using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.BotService;

/// <summary>One Teams conversation that the bot takes part in.</summary>
internal sealed class Chat(string id, ChatType type, IReadOnlyList<DemoPerson> members, BotMailbox mailbox)
{
    private int opened;

    /// <summary>As Teams names it: <c>a:…</c>, <c>19:…@thread.v2</c>, <c>19:…@thread.tacv2;messageid=…</c>.</summary>
    public string Id => id;

    public ChatType Type => type;

    public IReadOnlyList<DemoPerson> Members => members;

    public ChatHistory History { get; } = new();

    /// <summary>The way to the bot, in order.</summary>
    public BotMailbox Mailbox => mailbox;

    /// <summary>The channel a thread belongs to; null outside channels.</summary>
    public string? ChannelId => type is ChatType.Channel ? id.Split(';')[0] : null;

    /// <returns>True once: for whoever opens the chat first.</returns>
    public bool OpenFirst() => Interlocked.Exchange(ref opened, 1) is 0;

    /// <summary>The conversation as an activity carries it.</summary>
    public JsonObject Account()
    {
        var account = new JsonObject { ["id"] = id, ["conversationType"] = Name(type), ["tenantId"] = DemoApp.TenantId };
        if (type is not ChatType.Personal)
        {
            account["isGroup"] = true;
        }

        if (type is ChatType.GroupChat)
        {
            account["name"] = Chats.GroupName;
        }

        return account;
    }

    /// <summary>What Teams adds about the place.</summary>
    public JsonObject ChannelData()
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = DemoApp.TenantId } };
        if (ChannelId is { } channel)
        {
            data["teamsChannelId"] = channel;
            data["teamsTeamId"] = channel;
            data["channel"] = new JsonObject { ["id"] = channel };
            data["team"] = new JsonObject { ["id"] = channel, ["name"] = Chats.TeamName };
        }

        return data;
    }

    public static string Name(ChatType type) => type switch
    {
        ChatType.GroupChat => "groupChat",
        ChatType.Channel => "channel",
        _ => "personal",
    };
}
