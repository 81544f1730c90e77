namespace CredBot.Bot.Connector;

/// <summary>So many in so long.</summary>
internal sealed record Rate(int Count, TimeSpan Span);
