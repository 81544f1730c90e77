using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using Microsoft.AspNetCore.Http;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>What a client posts into a chat: shown to all who are there, and brought to the bot.</summary>
internal sealed class ClientPosts(TeamsActivities activities, Chats chats, Invokes invokes, Refreshes refreshes, TimeProvider time)
{
    /// <summary>Characters of a posted activity.</summary>
    /// <remarks>Source: bot-docs «Send an activity to the bot».</remarks>
    public const int SizeLimit = 256 * 1024;

    /// <summary>Name of the event by which a client tells that its chat came into sight again. It is the demo's own and goes no further.</summary>
    public const string Looked = "demo/looked";

    private static readonly string[] Addressing = ["from", "recipient", "conversation", "channelId", "serviceUrl", "callerId"];

    /// <param name="seat">Who posts; what the activity itself says about that is ignored.</param>
    /// <param name="posted">As it came.</param>
    /// <param name="cancellationToken">Ends the wait for an invoke's answer.</param>
    public async Task<IResult> PostAsync(Seat seat, JsonObject posted, CancellationToken cancellationToken) => posted.Text("type") switch
    {
        "message" => Accepted(PostMessage(seat, posted, posted)),
        "messageUpdate" => Edit(seat, posted),
        "invoke" => await invokes.RelayAsync(seat, posted, cancellationToken),
        "messageReaction" or "installationUpdate" => Accepted(Forward(seat, posted, TeamsActivities.EventId())),
        // Teams brings a bot only the events of its own making.
        "event" when posted.Text("name")?.StartsWith("application/vnd.microsoft.", StringComparison.Ordinal) is true =>
            Accepted(Forward(seat, posted, TeamsActivities.EventId())),
        "event" when posted.Text("name") is Looked => Look(seat),
        "event" or "typing" => Accepted(chats.NewId()),
        _ => DirectLineError.BadArgument("This type of activity cannot be posted."),
    };

    /// <summary>Posts a message.</summary>
    /// <param name="seat">Who posts.</param>
    /// <param name="shown">As clients see it.</param>
    /// <param name="brought">As the bot gets it, files in Teams' form.</param>
    /// <returns>The message's id.</returns>
    public string PostMessage(Seat seat, JsonObject shown, JsonObject brought) => seat.Once(shown.Object("channelData").Text("clientActivityID"), () =>
    {
        var id = chats.NewId();
        var echo = Echo(shown);
        echo["id"] = id;
        echo["timestamp"] = TeamsActivities.Timestamp(time.GetUtcNow());
        seat.Chat.History.Add(id, seat.Person.Id, echo.Freeze());
        return Forward(seat, brought, id);
    });

    private JsonAnswer Look(Seat seat)
    {
        refreshes.Look(seat);
        return Accepted(chats.NewId());
    }

    /// <summary>A person rewrites what they said: the id stays.</summary>
    private JsonAnswer Edit(Seat seat, JsonObject posted)
    {
        if (posted.Text("id") is not { } id || seat.Chat.History.Find(id) is not { } entry || entry.Author != seat.Person.Id)
        {
            return DirectLineError.NoActivity();
        }

        var echo = Echo(posted);
        echo["type"] = "message";
        seat.Chat.History.Update(id, echo);
        return Accepted(Forward(seat, posted, id));
    }

    private string Forward(Seat seat, JsonObject posted, string id)
    {
        seat.Chat.Mailbox.Post(activities.From(posted, id, seat.Chat, seat.Person, seat.Locale(posted)));
        return id;
    }

    private static JsonObject Echo(JsonObject posted)
    {
        var echo = (JsonObject)posted.DeepClone();
        foreach (var name in Addressing)
        {
            echo.Remove(name);
        }

        return echo;
    }

    public static JsonAnswer Accepted(string id) => new(new JsonObject { ["id"] = id });
}
