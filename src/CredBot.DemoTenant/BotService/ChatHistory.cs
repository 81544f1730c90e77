using System.Text.Json;
using System.Text.Json.Nodes;
using CredBot.DemoTenant.Entra;

namespace CredBot.DemoTenant.BotService;

/// <summary>The messages of a chat as they stand now: what an update replaced is nowhere any more.</summary>
internal sealed class ChatHistory
{
    private readonly Lock gate = new();
    private readonly List<ChatEntry> entries = [];
    private readonly List<ChatListener> listeners = [];
    private long last;

    /// <summary>A new message.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="author">Person id; null for the bot.</param>
    /// <param name="activity">With id and timestamp.</param>
    public void Add(string id, string? author, JsonElement activity)
    {
        lock (gate)
        {
            AppendNeedsLock(new ChatEntry(0, id, author, activity));
        }
    }

    /// <summary>Shown to who is there now, kept nowhere.</summary>
    public void Show(string id, string? author, JsonElement activity)
    {
        lock (gate)
        {
            TellNeedsLock(new ChatEntry(0, id, author, activity));
        }
    }

    /// <returns>The message as everybody sees it; null for an unknown or a deleted one.</returns>
    public ChatEntry? Find(string id)
    {
        lock (gate)
        {
            return entries.Find(entry => entry is { Viewer: null, Deleted: false } && entry.Id == id);
        }
    }

    /// <summary>Replaces a message for everybody, at its old time, under its old id.</summary>
    /// <returns>False for an unknown or a deleted one.</returns>
    public bool Update(string id, JsonObject activity) => Supersede(id, old => old with { Activity = Redated(activity, old.Activity) });

    /// <summary>Leaves a tombstone, since Direct Line knows no deletion.</summary>
    /// <returns>False for an unknown or an already deleted one.</returns>
    public bool Delete(string id) => Supersede(id, old => old with { Activity = Redated(Tombstone(), old.Activity), Deleted = true });

    /// <summary>Replaces a message for one person, as the card that answers their click is shown to them alone.</summary>
    /// <remarks>Source: Teams docs «Universal Actions for Adaptive Cards», user-specific views.</remarks>
    /// <returns>False for an unknown or a deleted one.</returns>
    public bool UpdateFor(string viewer, string id, Func<JsonObject, JsonObject> change)
    {
        lock (gate)
        {
            var seen = entries.FindLast(entry => entry.Id == id && !entry.Deleted && (entry.Viewer is null || entry.Viewer == viewer));
            if (seen is null)
            {
                return false;
            }

            entries.RemoveAll(entry => entry.Id == id && entry.Viewer == viewer);
            AppendNeedsLock(seen with { Activity = Redated(change(seen.Activity.Thaw()), seen.Activity), Viewer = viewer });
            return true;
        }
    }

    /// <summary>What a person has not seen yet.</summary>
    /// <param name="after">Sequence of the last entry seen; 0 for all, tombstones left out.</param>
    /// <param name="viewer">Person id.</param>
    /// <returns>The entries, and the sequence to ask with next time.</returns>
    public (IReadOnlyList<ChatEntry> Entries, long Last) Read(long after, string viewer)
    {
        lock (gate)
        {
            return (UnseenNeedsLock(after, viewer), last);
        }
    }

    /// <summary>What a person has not seen yet, and from then on whatever comes, without a gap.</summary>
    public ChatListener Listen(long after, string viewer)
    {
        lock (gate)
        {
            var listener = new ChatListener(viewer, Forget);
            foreach (var entry in UnseenNeedsLock(after, viewer))
            {
                listener.Tell(entry);
            }

            listeners.Add(listener);
            return listener;
        }
    }

    private bool Supersede(string id, Func<ChatEntry, ChatEntry> change)
    {
        lock (gate)
        {
            if (entries.Find(entry => entry is { Viewer: null, Deleted: false } && entry.Id == id) is not { } old)
            {
                return false;
            }

            entries.RemoveAll(entry => entry.Id == id);
            AppendNeedsLock(change(old));
            return true;
        }
    }

    private void AppendNeedsLock(ChatEntry entry)
    {
        var placed = entry with { Sequence = ++last };
        entries.Add(placed);
        TellNeedsLock(placed);
    }

    private void TellNeedsLock(ChatEntry entry)
    {
        foreach (var listener in listeners.Where(listener => entry.Viewer is null || entry.Viewer == listener.Viewer))
        {
            listener.Tell(entry);
        }
    }

    private List<ChatEntry> UnseenNeedsLock(long after, string viewer)
    {
        var own = entries.Where(entry => entry.Viewer == viewer).Select(static entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return [.. entries.Where(entry => entry.Sequence > after
            && (entry.Viewer == viewer || (entry.Viewer is null && !own.Contains(entry.Id)))
            && !(entry.Deleted && after is 0))];
    }

    private void Forget(ChatListener listener)
    {
        lock (gate)
        {
            listeners.Remove(listener);
        }
    }

    private static JsonObject Tombstone() => new()
    {
        ["type"] = "message",
        ["text"] = "",
        ["channelData"] = new JsonObject { ["demo"] = new JsonObject { ["deleted"] = true } },
    };

    private static JsonElement Redated(JsonObject activity, JsonElement old)
    {
        activity["id"] = old.GetProperty("id").GetString();
        activity["timestamp"] = old.GetProperty("timestamp").GetString();
        return activity.Freeze();
    }
}
