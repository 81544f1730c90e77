using System.Text.Json;

namespace CredBot.DemoTenant.BotService;

/// <summary>One message as it stands now; an update makes a new entry and drops the old one.</summary>
/// <param name="Sequence">Position in the chat, from 1, only ever growing; 0 for what is shown and not kept (typing).</param>
/// <param name="Id">The activity's id.</param>
/// <param name="Author">Person id of who wrote it; null for the bot.</param>
/// <param name="Activity">The activity without sender and conversation: every client sees those its own way.</param>
internal sealed record ChatEntry(long Sequence, string Id, string? Author, JsonElement Activity)
{
    /// <summary>Person id of the only one who sees this version; null for everybody.</summary>
    public string? Viewer { get; init; }

    /// <summary>Only a tombstone is left.</summary>
    public bool Deleted { get; init; }

    // A message can hold a secret.
    public override string ToString() => $"#{Sequence}";
}
