namespace CredBot.Graph;

/// <summary>Graph took the reset on; it has not happened yet.</summary>
/// <param name="Location">Where to ask; to be kept and used verbatim, its query names the data centre.</param>
/// <param name="RetryAfter">When to ask first; null where Graph did not say.</param>
public sealed record ResetAccepted(Uri Location, TimeSpan? RetryAfter);
