using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Dialogs.Routing;
using CredBot.Engine.Contracts;

namespace CredBot.Dialogs.AgentCheck;

/// <summary>The pure half of the colleague's side: it shows the word of the check and takes it off when the check is over. An operation of its own, because it lives in their chat.</summary>
internal sealed class AgentWordFlow : Flow<AgentWordDocument>
{
    public const string FlowName = "agentWord";

    /// <summary>Step.</summary>
    public const string Show = "show";

    /// <summary>Signal from the check, with its <see cref="AgentCheckEnd"/>.</summary>
    public const string Over = "over";

    private const int MostMisses = 60;

    /// <summary>The check ends by itself before; this is for a report that went astray.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    public override string Name => FlowName;

    protected override JsonTypeInfo<AgentWordDocument> Document => DialogsJson.Wire.AgentWordDocument;

    protected override Move<AgentWordDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now) =>
        new(intent.Deserialize(DialogsJson.Wire.AgentWordDocument)! with { Id = operationId }, WakeAt: now + Again);

    protected override Move<AgentWordDocument>? Next(AgentWordDocument document, Happening happened, DateTimeOffset now) => happened switch
    {
        _ when document.End is not null => null,
        Happening.Signalled { Verb: Over } signal => End(document, Enum.TryParse<AgentCheckEnd>(signal.Value, out var end) ? end : AgentCheckEnd.Expired),
        Happening.Due when document.Shown || document.Misses >= MostMisses => End(document, AgentCheckEnd.Expired),
        Happening.Due => new(document, Perform: Show),
        Happening.Performed done when done.Result.Deserialize(DialogsJson.Wire.AgentCheckStepResult)!.Shown => new(document with { Shown = true }, WakeAt: now + Longest),
        // Not made yet, or not drawn: it is the same word whenever it comes.
        Happening.Performed or Happening.Found => new(document with { Misses = document.Misses + 1 }, WakeAt: now + Again),
        _ => null,
    };

    private static Move<AgentWordDocument> End(AgentWordDocument document, AgentCheckEnd end)
    {
        var next = document with { End = end };
        return new(next, Ended: true)
        {
            Effects = [.. NoticeRequest.Keys(AgentCheckFlow.NoticeId(document.Check)).Select(key => new Effect.Update(key, AgentCheckCards.ForAgent(next)))],
        };
    }
}
