namespace CredBot.DemoTenant.BotService;

/// <summary>Language and place of a person's client.</summary>
/// <param name="Locale">BCP 47, e.g. <c>ko-KR</c>.</param>
/// <param name="TimeZone">IANA name.</param>
internal sealed record ClientLocale(string Locale, string TimeZone)
{
    /// <summary>ISO 3166 country, as far as the locale names one.</summary>
    public string Country => Locale.Split('-') is [_, .., { Length: 2 } region] ? region.ToUpperInvariant() : "US";
}
