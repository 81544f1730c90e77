using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CredBot.Bot.Builder;
using CredBot.Engine.Contracts;

namespace CredBot.Tests.Engine;

/// <summary>What a scripted operation remembers.</summary>
internal sealed record ScriptedDocument(string State, IReadOnlyList<string> Happened);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScriptedDocument))]
[JsonSerializable(typeof(string))]
internal sealed partial class ScriptedJson : JsonSerializerContext;

/// <summary>A flow that does what the test says; by default one step, then the end.</summary>
internal sealed class ScriptedFlow(string name = "work") : Flow<ScriptedDocument>
{
    public Func<DateTimeOffset, Move<ScriptedDocument>> OnBegin { get; set; } = static _ => new Move<ScriptedDocument>(new ScriptedDocument("calling", []), "call");

    public Func<ScriptedDocument, Happening, DateTimeOffset, Move<ScriptedDocument>?> OnNext { get; set; } = static (document, happened, _) => happened switch
    {
        Happening.Performed => Ends(document, "done"),
        Happening.Found => Ends(document, "found"),
        _ => null,
    };

    public override string Name => name;

    protected override JsonTypeInfo<ScriptedDocument> Document => ScriptedJson.Default.ScriptedDocument;

    /// <summary>The document with one more word on what happened.</summary>
    public static ScriptedDocument Goes(ScriptedDocument document, string state) => new(state, [.. document.Happened, state]);

    /// <summary>The last move: it says so in the conversation.</summary>
    public static Move<ScriptedDocument> Ends(ScriptedDocument document, string state) => new(Goes(document, state), Ended: true)
    {
        Effects = [new Effect.Send($"end-{state}", ScriptedBot.Text(state))],
    };

    protected override Move<ScriptedDocument> Begin(string operationId, JsonElement intent, DateTimeOffset now) => OnBegin(now);

    protected override Move<ScriptedDocument>? Next(ScriptedDocument document, Happening happened, DateTimeOffset now) => OnNext(document, happened, now);
}

/// <summary>Steps that do what the test says, and remember that they were asked.</summary>
internal sealed class ScriptedSteps(string flow = "work") : ISteps
{
    public static readonly JsonElement Nothing = JsonSerializer.SerializeToElement("done", ScriptedJson.Default.String);

    public ConcurrentQueue<string> Performed { get; } = [];

    public Func<StepContext, CancellationToken, Task<JsonElement>> OnPerform { get; set; } = static (_, _) => Task.FromResult(Nothing);

    public string Flow => flow;

    public Task<JsonElement> PerformAsync(StepContext context, CancellationToken cancellationToken)
    {
        Performed.Enqueue(context.Step);
        return OnPerform(context, cancellationToken);
    }
}
