namespace CredBot.Graph;

/// <summary>What Identity Protection holds against a person.</summary>
/// <param name="IsAtRisk">Somebody must act; false once it was remediated, dismissed or confirmed safe.</param>
/// <param name="Level"><c>low</c>, <c>medium</c>, <c>high</c>, <c>hidden</c> or <c>none</c>.</param>
/// <param name="At">When that was last changed; null where it was not said.</param>
/// <remarks>Source: Graph v1.0 <c>riskyUser</c>.</remarks>
public sealed record UserRisk(bool IsAtRisk, string Level, DateTimeOffset? At);
