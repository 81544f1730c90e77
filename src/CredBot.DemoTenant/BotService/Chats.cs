using System.Collections.Concurrent;
using System.Globalization;
using CredBot.DemoTenant.People;
using Microsoft.Extensions.DependencyInjection;

namespace CredBot.DemoTenant.BotService;

/// <summary>All chats of the tenant: one personal chat for each person, one group chat, and the threads of one channel.</summary>
internal sealed class Chats(DemoDirectory directory, TimeProvider time, IServiceProvider services)
{
    public const string GroupName = "CredBot pilot";
    public const string TeamName = "Hanbit IT";
    private const string GroupId = "19:5d0c8f5b2f0f4d0e9a3f7c1b6e2a4d88@thread.v2";

    /// <summary>The team's General channel, whose id is the team's too.</summary>
    private const string GeneralId = "19:9b1f4c7e3a5d4e6f8a7b2c1d0e9f8a7b@thread.tacv2";

    private readonly ConcurrentDictionary<string, Chat> all = new(StringComparer.Ordinal);
    private long lastId;

    /// <returns>Null for an unknown conversation.</returns>
    public Chat? Find(string id) => id is GeneralId ? Channel() : all.GetValueOrDefault(id);

    /// <summary>A person's own chat with the bot, always the same one.</summary>
    public Chat Personal(DemoPerson person) => Get(TeamsAccounts.PersonalChatId(person), ChatType.Personal, [person]);

    /// <summary>The group chat that everybody is in.</summary>
    public Chat Group() => Get(GroupId, ChatType.GroupChat, Everybody);

    /// <summary>The channel itself, where new threads begin.</summary>
    public Chat Channel() => Get(GeneralId, ChatType.Channel, Everybody);

    /// <param name="rootId">Id of the message that begins the thread.</param>
    public Chat Thread(string rootId) => Get($"{GeneralId};messageid={rootId}", ChatType.Channel, Everybody);

    /// <summary>A new message's id: milliseconds since 1970, never twice.</summary>
    public string NewId()
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        for (var seen = Interlocked.Read(ref lastId); ; seen = Interlocked.Read(ref lastId))
        {
            var next = Math.Max(now, seen + 1);
            if (Interlocked.CompareExchange(ref lastId, next, seen) == seen)
            {
                return next.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private IReadOnlyList<DemoPerson> Everybody => [.. directory.People.Where(static person => person.Listed)];

    private Chat Get(string id, ChatType type, IReadOnlyList<DemoPerson> members) =>
        all.GetOrAdd(id, key => new Chat(key, type, members, ActivatorUtilities.CreateInstance<BotMailbox>(services)));
}
