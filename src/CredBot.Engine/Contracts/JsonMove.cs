using System.Text.Json;
using CredBot.Bot.Builder;

namespace CredBot.Engine.Contracts;

/// <summary>A <see cref="Move{TDocument}"/> whose document is written as JSON.</summary>
public sealed record JsonMove(JsonElement Document, string? Perform, DateTimeOffset? WakeAt, bool Ended, IReadOnlyList<Effect> Effects);
