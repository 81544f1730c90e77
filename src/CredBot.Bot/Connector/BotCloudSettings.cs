namespace CredBot.Bot.Connector;

/// <summary>The addresses of one cloud; never mixed with another's.</summary>
/// <param name="OpenIdMetadataUrl">Where the channel's signing keys are described.</param>
/// <param name="Issuer">Issuer of channel tokens, exact.</param>
/// <param name="TokenServiceUrl">Base of the user-token service, without trailing slash.</param>
/// <param name="LoginUrl">Base of Entra, without trailing slash.</param>
/// <param name="Scope">Scope of the bot's own token.</param>
/// <param name="ServiceHosts">Hosts that may be sent the bot's token: exact names, or suffixes that begin with a dot.</param>
/// <param name="PlainHttp">Plain http on loopback is permitted.</param>
/// <remarks>Source: bot-docs «Authentication with the Bot Connector API», Agents SDK constants.</remarks>
public sealed record BotCloudSettings(
    string OpenIdMetadataUrl, string Issuer, string TokenServiceUrl, string LoginUrl, string Scope, IReadOnlyList<string> ServiceHosts, bool PlainHttp = false)
{
    private static readonly BotCloudSettings Public = new(
        "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com",
        "https://api.botframework.com", "https://login.microsoftonline.com", "https://api.botframework.com/.default",
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", ".botframework.com", ".teams.microsoft.com"])
    {
        DefaultServiceUrl = "https://smba.trafficmanager.net/teams/",
    };

    private static readonly BotCloudSettings UsGov = new(
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us",
        "https://api.botframework.azure.us", "https://login.microsoftonline.us", "https://api.botframework.us/.default",
        [".botframework.azure.us", ".teams.microsoft.us"])
    {
        DefaultServiceUrl = "https://smba.infra.gov.teams.microsoft.us/teams/",
    };

    private static readonly BotCloudSettings China = new(
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://api.botframework.azure.cn",
        "https://token.botframework.azure.cn", "https://login.partner.microsoftonline.cn", "https://api.botframework.azure.cn/.default",
        [".botframework.azure.cn", ".teams.microsoftonline.cn"]);

    /// <summary>The channel's issuers in all clouds.</summary>
    internal static IReadOnlyList<string> Issuers => [Public.Issuer, UsGov.Issuer, China.Issuer];

    /// <summary>Where a person is written to whose own service address was never heard; null where this cloud has no such address.</summary>
    /// <remarks>GCC is part of the public cloud: its connector answers InvalidBotApiHost, and is then called. Source: Agents SDK, Teams proactive service addresses.</remarks>
    public string? DefaultServiceUrl { get; private init; }

    public static BotCloudSettings From(BotOptions options) => options.Cloud switch
    {
        BotCloud.UsGov => UsGov,
        BotCloud.China => China,
        BotCloud.Custom => new(
            options.OpenIdMetadataUrl ?? "", options.Issuer ?? "", Trim(options.TokenServiceUrl), Trim(options.LoginUrl),
            "https://api.botframework.com/.default", [.. options.TrustedServiceHosts], PlainHttp: true) { DefaultServiceUrl = options.DefaultServiceUrl },
        _ => Public,
    };

    private static string Trim(string? url) => (url ?? "").TrimEnd('/');
}
