namespace CredBot.Graph.Rules;

/// <summary>A fact that could not be read, and why.</summary>
public sealed record UnreadFact(ResetFact Fact, GraphError Error);
