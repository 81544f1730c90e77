namespace CredBot.DemoTenant.BotService;

/// <summary>Where the demo tenant finds the bot. Section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Base address of the bot, on loopback; null where it lives in this very process.</summary>
    public string? BotUrl { get; set; }

    public bool IsValid => BotUrl is null || (Uri.TryCreate(BotUrl, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.Scheme is "http" or "https");
}
