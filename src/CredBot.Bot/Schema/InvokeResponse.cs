using System.Text.Json;

namespace CredBot.Bot.Schema;

/// <summary>The answer to an invoke.</summary>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Body">HTTP body, alone and unwrapped; null for an empty one.</param>
public sealed record InvokeResponse(int Status, JsonElement? Body = null);
