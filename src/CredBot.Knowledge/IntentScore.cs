namespace CredBot.Knowledge;

/// <summary>How well one intent fits.</summary>
/// <param name="Intent">One of <see cref="Intents"/>, never <see cref="Intents.OutOfScope"/>.</param>
/// <param name="Score">0 to 1.</param>
public sealed record IntentScore(string Intent, double Score);
