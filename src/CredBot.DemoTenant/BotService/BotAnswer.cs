namespace CredBot.DemoTenant.BotService;

/// <summary>How a request to the bot ended.</summary>
internal abstract record BotAnswer
{
    private BotAnswer() { }

    /// <param name="Status">HTTP status.</param>
    /// <param name="Body">As it came; empty where there is none.</param>
    /// <param name="ContentType">As it came.</param>
    public sealed record Answered(int Status, byte[] Body, string? ContentType) : BotAnswer;

    /// <summary>Nobody listens, or the connection broke.</summary>
    public sealed record Unreachable : BotAnswer;

    /// <summary>No answer in the time that Teams waits.</summary>
    public sealed record TimedOut : BotAnswer;
}
