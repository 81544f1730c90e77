namespace CredBot.DemoTenant.BotService;

/// <summary>When the channel brings an activity again that the bot has not taken.</summary>
/// <remarks>Source: bot-docs «Long operations guidance», MicrosoftDocs/msteams-docs#6084.
/// Waiting for a bot that is down is the demo's own kindness.</remarks>
internal static class Redelivery
{
    /// <summary>Refusals by the bot itself (5xx, silence) before the channel gives up.</summary>
    public const int Failures = 5;

    /// <summary>How long a bot that is down is waited for.</summary>
    public static readonly TimeSpan WhileDown = TimeSpan.FromMinutes(5);

    /// <param name="answer">How the attempt ended.</param>
    /// <param name="failures">Attempts that the bot itself failed, this one included.</param>
    /// <param name="elapsed">Since the first attempt.</param>
    /// <returns>The wait before the next attempt; null where there is none.</returns>
    public static TimeSpan? After(BotAnswer answer, int failures, TimeSpan elapsed) => answer switch
    {
        BotAnswer.Unreachable when elapsed < WhileDown => TimeSpan.FromSeconds(1),
        BotAnswer.TimedOut or BotAnswer.Answered { Status: >= 500 } when failures <= Failures => TimeSpan.FromSeconds(1 << (failures - 1)),
        _ => null,
    };
}
