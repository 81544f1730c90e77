using Microsoft.Extensions.Options;

namespace CredBot.Bot.Connector;

/// <summary>Refuses to start a bot that could not tell who speaks to it.</summary>
internal sealed class BotOptionsValidator : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count is 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(BotOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
        {
            yield return "Bot:AppId is missing or no GUID. Set Bot__AppId to the app registration's client id.";
        }

        if (!Guid.TryParse(options.TenantId, out _))
        {
            yield return "Bot:TenantId is missing or no GUID. Set Bot__TenantId to the tenant the bot lives in.";
        }

        if (options.Credential is BotCredential.Secret && string.IsNullOrEmpty(options.ClientSecret))
        {
            yield return "Bot:Credential is Secret, but Bot:ClientSecret is empty.";
        }

        if (options.Credential is BotCredential.Certificate && !File.Exists(options.CertificatePath))
        {
            yield return "Bot:Credential is Certificate, but Bot:CertificatePath names no file.";
        }

        foreach (var problem in Addresses(options))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Addresses(BotOptions options)
    {
        (string Key, string? Url)[] addresses =
        [
            ("OpenIdMetadataUrl", options.OpenIdMetadataUrl), ("TokenServiceUrl", options.TokenServiceUrl), ("LoginUrl", options.LoginUrl),
        ];
        if (options.Cloud is not BotCloud.Custom)
        {
            return addresses.Append(("Issuer", options.Issuer)).Append(("DefaultServiceUrl", options.DefaultServiceUrl)).Where(static address => address.Item2 is not null)
                .Select(address => $"Bot:{address.Item1} may be set only with Bot:Cloud = Custom; with {options.Cloud} it is a constant.");
        }

        return addresses.Where(static address => !IsSafe(address.Url))
            .Select(static address => $"Bot:{address.Key} must be https, or http on loopback.")
            .Concat(string.IsNullOrEmpty(options.Issuer) ? ["Bot:Issuer is missing."] : [])
            .Concat(options.DefaultServiceUrl is { } url && !IsSafe(url) ? ["Bot:DefaultServiceUrl must be https, or http on loopback."] : []);
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
