using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.BotService;

/// <summary>Dresses what a client posts as Teams would bring it to the bot; who speaks, and where, is never the client's word.</summary>
/// <remarks>Source: Teams docs «Conversation events», «Channel and group chat conversations»; Bot Framework «Activity» specification.</remarks>
internal sealed class TeamsActivities(TeamsAccounts accounts, DemoAddress address, TimeProvider time)
{
    private const string Mention = "<at>" + DemoApp.Name + "</at>";

    /// <summary>Members that a client may fill; all others are the channel's.</summary>
    private static readonly string[] Carried =
        ["text", "textFormat", "attachments", "value", "name", "replyToId", "action", "reactionsAdded", "reactionsRemoved", "localTimestamp"];

    /// <param name="posted">As the client sent it.</param>
    /// <param name="id">The id that the channel gave it.</param>
    /// <param name="chat">Where it was said.</param>
    /// <param name="person">Who said it.</param>
    /// <param name="client">The client's locale.</param>
    public JsonElement From(JsonObject posted, string id, Chat chat, DemoPerson person, ClientLocale client)
    {
        var activity = New(posted.Text("type")!, id, chat, person, client);
        foreach (var name in Carried.Where(name => posted[name] is not null))
        {
            activity[name] = posted[name]!.DeepClone();
        }

        if (activity.Text("type") is "message")
        {
            DressMessage(activity, chat);
        }
        else if (activity.Text("type") is "messageUpdate")
        {
            activity["channelData"]!["eventType"] = "editMessage";
        }

        return activity.Freeze();
    }

    /// <summary>The bot and the person came into the chat.</summary>
    public JsonElement MembersAdded(Chat chat, DemoPerson person, ClientLocale client)
    {
        var activity = New("conversationUpdate", EventId(), chat, person, client);
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = TeamsAccounts.BotId }, accounts.Person(person));
        if (chat.Type is ChatType.Channel)
        {
            activity["channelData"]!["eventType"] = "teamMemberAdded";
        }

        return activity.Freeze();
    }

    /// <summary>The app was installed, or removed.</summary>
    public JsonElement Installed(Chat chat, DemoPerson person, ClientLocale client, string action = "add")
    {
        var activity = New("installationUpdate", EventId(), chat, person, client);
        activity["action"] = action;
        return activity.Freeze();
    }

    /// <summary>The id of an event or an invoke.</summary>
    public static string EventId() => $"f:{Guid.NewGuid()}";

    private JsonObject New(string type, string id, Chat chat, DemoPerson person, ClientLocale client) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = Timestamp(time.GetUtcNow()),
        ["localTimezone"] = client.TimeZone,
        ["channelId"] = "msteams",
        ["serviceUrl"] = address.ServiceUrl,
        ["from"] = accounts.Person(person),
        ["conversation"] = chat.Account(),
        ["recipient"] = TeamsAccounts.Bot(),
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "clientInfo",
            ["locale"] = client.Locale,
            ["country"] = client.Country,
            ["platform"] = "Web",
            ["timezone"] = client.TimeZone,
        }),
        ["channelData"] = chat.ChannelData(),
        ["locale"] = client.Locale,
    };

    /// <summary>Outside personal chats a bot hears only what is said to it by name. A card's submit (a value, no text) needs no name.</summary>
    private static void DressMessage(JsonObject activity, Chat chat)
    {
        if (activity.Text("text") is not { } text)
        {
            return;
        }

        activity["textFormat"] ??= "plain";
        if (chat.Type is ChatType.Personal)
        {
            return;
        }

        activity["text"] = text.Contains(Mention, StringComparison.Ordinal) ? text : $"{Mention} {text}";
        activity["entities"]!.AsArray().Add((JsonNode)new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = TeamsAccounts.Bot(),
            ["text"] = Mention,
        });
    }

    public static string Timestamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
