using System.Text.Json.Nodes;
using CredBot.DemoTenant.BotService;
using CredBot.DemoTenant.Entra;
using Microsoft.Extensions.Hosting;

namespace CredBot.DemoTenant.DirectLine;

/// <summary>What Teams' client does when somebody looks at a chat: it asks for every card that wants to be refreshed for them, and shows the answer to them alone.</summary>
/// <remarks>Source: Teams docs «User-specific views», «Up-to-date cards»: cards older than a minute; at most 60 people, or everybody where none are named.</remarks>
internal sealed class Refreshes(Invokes invokes, TeamsAccounts accounts, TimeProvider time, DemoTenantQuiescence quiescence, IHostApplicationLifetime host)
{
    private const int MostPeople = 60;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>Never waits for the bot.</summary>
    public void Look(Seat seat)
    {
        quiescence.Enter();
        _ = Task.Run(async () =>
        {
            try
            {
                await LookAsync(seat, host.ApplicationStopping);
            }
            catch (OperationCanceledException)
            {
                // The demo stops, and nobody looks any more.
            }
            finally
            {
                quiescence.Leave();
            }
        });
    }

    private async Task LookAsync(Seat seat, CancellationToken cancellationToken)
    {
        foreach (var entry in seat.Chat.History.Read(0, seat.Person.Id).Entries)
        {
            if (entry is { Author: null, Deleted: false } && IsOld(entry) && Action(seat, entry) is { } action)
            {
                await invokes.RefreshAsync(seat, entry, action, cancellationToken);
            }
        }
    }

    private bool IsOld(ChatEntry entry) =>
        entry.Activity.TryGetProperty("timestamp", out var at) && at.TryGetDateTimeOffset(out var sent) && time.GetUtcNow() - sent > Fresh;

    /// <returns>What the card wants to be asked for this person; null where it wants nothing.</returns>
    private JsonObject? Action(Seat seat, ChatEntry entry)
    {
        var refresh = ((entry.Activity.Thaw().List("attachments")?.FirstOrDefault() as JsonObject).Object("content")).Object("refresh");
        var isMeant = refresh.List("userIds") is { Count: > 0 } people
            ? people.Count <= MostPeople && people.Any(id => id is JsonValue value && value.TryGetValue<string>(out var user) && user == accounts.UserId(seat.Person))
            : seat.Chat.Members.Count <= MostPeople;
        return isMeant ? refresh.Object("action") : null;
    }
}
