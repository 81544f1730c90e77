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
    /// <param name="viewer">Person id of the only one who sees it; null for everybody.</param>
    public void Add(string id, string? author, JsonElement activity, string? viewer = null)
    {
        lock (gate)
        {
            AppendNeedsLock(new ChatEntry(0, id, author, activity) { Viewer = viewer });
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

    /// <param name="id">The activity's id.</param>
    /// <param name="viewer">Person id; null for what everybody sees.</param>
    /// <returns>Null for an unknown or a deleted message.</returns>
    public ChatEntry? Find(string id, string? viewer = null)
    {
        lock (gate)
        {
            return VisibleNeedsLock(id, viewer);
        }
    }

    /// <summary>Replaces a message for everybody, at its old time, under its old id.</summary>
    /// <returns>False for an unknown or a deleted one.</returns>
    public bool Update(string id, JsonObject activity) => Supersede(id, old => old with { Activity = Redated(activity, old.Activity) });

    /// <summary>Leaves a tombstone, since Direct Line knows no deletion.</summary>
    /// <returns>False for an unknown or an already deleted one.</returns>
    public bool Delete(string id) => Supersede(id, old => old with { Activity = Redated(Tombstone(), old.Activity), Deleted = true });

    /// <summary>Puts a card's answer in its place; with a viewer, for that person alone, as user-specific views are.</summary>
    /// <remarks>Source: Teams docs «Universal Actions for Adaptive Cards», user-specific views.</remarks>
    /// <param name="seen">The version that was answered: a newer one stays, since the bot itself has redrawn it meanwhile.</param>
    /// <param name="viewer">Person id; null for everybody.</param>
    /// <param name="change">From the version answered to the new one.</param>
    /// <returns>False where that version is no longer there.</returns>
    public bool Answer(ChatEntry seen, string? viewer, Func<JsonObject, JsonObject> change)
    {
        lock (gate)
        {
            if (VisibleNeedsLock(seen.Id, viewer)?.Sequence != seen.Sequence)
            {
                return false;
            }

            entries.RemoveAll(entry => entry.Id == seen.Id && (viewer is null || entry.Viewer == viewer));
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

    private ChatEntry? VisibleNeedsLock(string id, string? viewer) =>
        entries.FindLast(entry => entry.Id == id && !entry.Deleted && (entry.Viewer is null || entry.Viewer == viewer));

    private bool Supersede(string id, Func<ChatEntry, ChatEntry> change)
    {
        lock (gate)
        {
            if (VisibleNeedsLock(id, viewer: null) is not { } old)
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
