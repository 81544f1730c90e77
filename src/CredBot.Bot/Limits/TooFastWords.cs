namespace CredBot.Bot.Limits;

/// <summary>What a click is answered with when its sender goes too fast: the one sentence that is said without a turn.</summary>
/// <param name="Say">From the client's locale and the time to wait to a sentence; the locale is null where the client tells none.</param>
public sealed record TooFastWords(Func<string?, TimeSpan, string> Say);
