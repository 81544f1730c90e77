using System.Text;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.BotService;

/// <summary>What the bot does to the messages of a chat: sends, updates, deletes.</summary>
internal sealed class BotMessages(Chats chats, AppInstalls installs, TimeProvider time)
{
    /// <summary>Bytes of a message as Teams counts it: UTF-16, without what it stores elsewhere.</summary>
    /// <remarks>Source: Teams docs «Format your bot messages», agent message size limit.</remarks>
    public const int SizeLimit = 100 * 1024;

    /// <summary>Bytes of a body, escapes and all, that is read at all.</summary>
    public const int BodyLimit = 1024 * 1024;

    /// <summary>Members that say where to and from whom: the channel knows that itself.</summary>
    private static readonly string[] Addressing = ["id", "timestamp", "from", "recipient", "conversation", "channelId", "serviceUrl", "callerId"];

    public async Task<IResult> SendAsync(HttpRequest request, string conversation, string? replyTo)
    {
        if (chats.Find(conversation) is not { } chat)
        {
            return ConnectorError.NoConversation();
        }

        if (chat is { Type: ChatType.Personal, Members: [var person] } && AppEvents.Refusal(installs.Of(person)) is { } closed)
        {
            return closed;
        }

        var (activity, refusal) = await ReadAsync(request);
        return activity is null ? refusal! : Send(chat, activity, replyTo);
    }

    /// <summary>Puts a message of the bot into a chat.</summary>
    public JsonAnswer Send(Chat chat, JsonObject activity, string? replyTo)
    {
        var id = chats.NewId();
        activity["id"] = id;
        activity["timestamp"] = TeamsActivities.Timestamp(time.GetUtcNow());
        if (replyTo is not null)
        {
            activity["replyToId"] = replyTo;
        }

        var answer = new JsonObject { ["id"] = id };
        if (activity.Text("type") is "typing")
        {
            chat.History.Show(id, author: null, activity.Freeze());
            return new JsonAnswer(answer, StatusCodes.Status202Accepted);
        }

        chat.History.Add(id, author: null, activity.Freeze());
        return new JsonAnswer(answer, StatusCodes.Status201Created);
    }

    public async Task<IResult> UpdateAsync(HttpRequest request, string conversation, string id)
    {
        var (chat, refused) = Own(conversation, id);
        if (chat is null)
        {
            return refused!;
        }

        var (activity, refusal) = await ReadAsync(request);
        if (activity is null)
        {
            return refusal!;
        }

        return chat.History.Update(id, activity) ? new JsonAnswer(new JsonObject { ["id"] = id }) : ConnectorError.NoActivity();
    }

    public IResult Delete(string conversation, string id)
    {
        var (chat, refused) = Own(conversation, id);
        if (chat is null)
        {
            return refused!;
        }

        return chat.History.Delete(id) ? Results.Ok() : ConnectorError.NoActivity();
    }

    /// <summary>The bot's words of an activity, without its address.</summary>
    /// <returns>The activity, or why it is refused.</returns>
    public static (JsonObject? Activity, JsonAnswer? Refusal) Check(JsonObject? activity)
    {
        if (activity is null)
        {
            return (null, ConnectorError.BadSyntax("The body is not a JSON object."));
        }

        if (activity.Text("type") is not ("message" or "typing"))
        {
            return (null, ConnectorError.BadArgument("Unknown activity type."));
        }

        foreach (var name in Addressing)
        {
            activity.Remove(name);
        }

        return Encoding.UTF8.GetCharCount(JsonAnswer.Write(activity)) * sizeof(char) > SizeLimit ? (null, ConnectorError.TooBig()) : (activity, null);
    }

    private static async Task<(JsonObject? Activity, JsonAnswer? Refusal)> ReadAsync(HttpRequest request)
    {
        try
        {
            return Check(await JsonBody.ReadAsync(request, BodyLimit));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ConnectorError.TooBig());
        }
    }

    /// <returns>The chat, if it holds this message and the bot wrote it.</returns>
    private (Chat? Chat, JsonAnswer? Refusal) Own(string conversation, string id)
    {
        if (chats.Find(conversation) is not { } chat)
        {
            return (null, ConnectorError.NoConversation());
        }

        return chat.History.Find(id) switch
        {
            null => (null, ConnectorError.NoActivity()),
            { Author: not null } => (null, ConnectorError.NotYourMessage()),
            _ => (chat, null),
        };
    }
}
