namespace CredBot.Engine.Store;

/// <summary>A document as it was read.</summary>
/// <param name="Json">Its text.</param>
/// <param name="Version">1 for the first write, one more with each.</param>
internal sealed record StoredDocument(string Json, long Version);

/// <summary>A document to be written at the version that was read.</summary>
/// <param name="Type">Kind of document.</param>
/// <param name="Id">Its key.</param>
/// <param name="Json">Its text.</param>
/// <param name="Version">The version that was read; 0 where there was none.</param>
/// <param name="Index">The line of the operations' list that goes with it, in the same commit.</param>
internal sealed record DocumentWrite(string Type, string Id, string Json, long Version, OperationRow? Index = null);

/// <summary>A line of the operations' list.</summary>
/// <param name="Id">The operation's key.</param>
/// <param name="Tenant">Where it was started.</param>
/// <param name="Flow">What moves it.</param>
/// <param name="State">The step under way, <c>waiting</c> or <c>ended</c>.</param>
/// <param name="Due">When it wakes; null for never.</param>
/// <param name="Updated">Time of its last move.</param>
/// <param name="Version">Number of its last move; an older line never replaces a newer one.</param>
internal sealed record OperationRow(string Id, string Tenant, string Flow, string State, DateTimeOffset? Due, DateTimeOffset Updated, long Version);

/// <summary>A reminder as the engine stores it.</summary>
/// <param name="Grain">Text of the grain's id.</param>
/// <param name="Name">Unique within the grain.</param>
/// <param name="Hash">The grain's place on the ring.</param>
/// <param name="Start">First tick, UTC.</param>
/// <param name="Period">Between ticks.</param>
/// <param name="Version">0 where it is not stored yet.</param>
internal sealed record StoredReminder(string Grain, string Name, uint Hash, DateTime Start, TimeSpan Period, long Version = 0);
