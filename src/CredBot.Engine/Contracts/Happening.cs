using System.Text.Json;

namespace CredBot.Engine.Contracts;

/// <summary>What moves an operation.</summary>
public abstract record Happening
{
    private Happening() { }

    /// <summary>The step this runner was told to perform is done; only the runner whose own write asked for the step says so.</summary>
    /// <param name="Step">The step's name.</param>
    /// <param name="Result">The step's result, as the flow's own record.</param>
    public sealed record Performed(string Step, JsonElement Result) : Happening;

    /// <summary>The document was found in the store with a step asked for and no result: it ran, or ran half, or not at all.</summary>
    /// <remarks>A flow repeats a step only where a repeat is harmless; otherwise it reconciles by what the tenant shows.</remarks>
    public sealed record Found(string Step) : Happening;

    /// <summary>The time the last move asked to be woken at has come.</summary>
    public sealed record Due : Happening;

    /// <summary>A person or another operation said something: the verb and the object id of the authenticated actor.</summary>
    public sealed record Signalled(string Verb, string Actor) : Happening
    {
        /// <summary>See <see cref="CredBot.Bot.Builder.Effect.Signal.Value"/>.</summary>
        public string? Value { get; init; }
    }

    /// <summary>What became of a message that the operation owed to a person, see <c>Effect.Notify</c>.</summary>
    /// <param name="Key">The effect's key.</param>
    /// <param name="Refusal">Null: it was sent. Otherwise the channel's code, or <c>NoAnswer</c>, <c>Unreachable</c>, <c>TenantNotAllowed</c>, <c>MemberId</c>.</param>
    public sealed record Told(string Key, string? Refusal) : Happening;
}
