using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>All open seats; taking the first one in a chat brings the bot into it.</summary>
internal sealed class Seats(Chats chats, TeamsActivities activities) : IDisposable
{
    private readonly ConcurrentDictionary<string, Seat> all = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <returns>A new Direct Line conversation id.</returns>
    public static string NewId() => $"{RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 22)}-demo";

    /// <returns>Null before the conversation was started.</returns>
    public Seat? Find(string id) => all.GetValueOrDefault(id);

    /// <summary>Takes a seat.</summary>
    /// <param name="id">Direct Line's conversation id.</param>
    /// <param name="person">Who sits there.</param>
    /// <param name="body">The request that starts the conversation.</param>
    /// <returns>The seat, and whether it is new.</returns>
    public (Seat Seat, bool IsNew) Take(string id, DemoPerson person, JsonObject body)
    {
        lock (gate)
        {
            if (Find(id) is { } known)
            {
                return (known, false);
            }

            var seat = all[id] = new Seat(id, person, ChatFor(person, body), body.Text("locale"));
            Welcome(seat);
            return (seat, true);
        }
    }

    public void Dispose()
    {
        foreach (var seat in all.Values)
        {
            seat.Dispose();
        }
    }

    private Chat ChatFor(DemoPerson person, JsonObject body) => body.Object("channelData").Object("demo").Text("conversationType") switch
    {
        "groupChat" => chats.Group(),
        "channel" => chats.Thread(chats.NewId()),
        _ => chats.Personal(person),
    };

    /// <summary>In a channel the bot joins the channel, not the thread.</summary>
    private void Welcome(Seat seat)
    {
        var place = seat.Chat.Type is ChatType.Channel ? chats.Channel() : seat.Chat;
        if (place.OpenFirst())
        {
            place.Mailbox.Post(activities.MembersAdded(place, seat.Person, seat.Locale()));
            place.Mailbox.Post(activities.Installed(place, seat.Person, seat.Locale()));
        }
    }
}
