namespace CredBot.Bot.Limits;

/// <summary>How much may come in. Section <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Longest body of a request.</summary><value>Bytes, 65,536 to 1,048,576. Teams carries messages of about 100 KB.</value>
    public int BodyBytes { get; set; } = 256 * 1024;

    /// <summary>Activities of one person in ten seconds.</summary><value>1 to 1,000.</value>
    public int PersonPerTenSeconds { get; set; } = 20;

    /// <summary>Activities of one person in a minute.</summary><value>No fewer than in ten seconds, at most 6,000.</value>
    public int PersonPerMinute { get; set; } = 60;

    /// <summary>Activities of a whole tenant in ten seconds.</summary><value>No fewer than of one person, at most 1,000,000.</value>
    public int TenantPerTenSeconds { get; set; } = 500;
}
