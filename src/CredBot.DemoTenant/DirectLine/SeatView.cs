using System.Globalization;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using CredBot.DemoTenant.People;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>A chat's entries as Direct Line shows them to one seat.</summary>
internal sealed class SeatView(DemoDirectory directory)
{
    /// <summary>An activity set, as polls and stream frames carry it.</summary>
    /// <param name="seat">Who looks.</param>
    /// <param name="entries">In order.</param>
    /// <param name="watermark">Sequence of the last; null where the set holds nothing that is kept.</param>
    public JsonObject Set(Seat seat, IEnumerable<ChatEntry> entries, long? watermark)
    {
        var set = new JsonObject { ["activities"] = new JsonArray([.. entries.Select(entry => Show(seat, entry))]) };
        if (watermark is { } last)
        {
            set["watermark"] = last.ToString(CultureInfo.InvariantCulture);
        }

        return set;
    }

    private JsonObject Show(Seat seat, ChatEntry entry)
    {
        var activity = entry.Activity.Thaw();
        activity["channelId"] = "directline";
        activity["conversation"] = new JsonObject { ["id"] = seat.Id };
        activity["from"] = entry.Author is null ? Bot() : Author(seat, entry.Author);
        return activity;
    }

    private static JsonObject Bot()
    {
        var bot = TeamsAccounts.Bot();
        bot["role"] = "bot";
        return bot;
    }

    /// <summary>Web Chat takes every <c>user</c> for its own, so the others of a group have no role.</summary>
    private JsonObject Author(Seat seat, string personId)
    {
        var author = new JsonObject { ["id"] = DirectLineTokens.UserPrefix + personId, ["name"] = directory.Find(personId)?.DisplayName };
        if (personId == seat.Person.Id)
        {
            author["role"] = "user";
        }

        return author;
    }
}
