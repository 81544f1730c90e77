namespace CredBot.Browser.Playground;

/// <summary>One call of the bot's to the Playground's connector.</summary>
/// <param name="Method">Of HTTP.</param>
/// <param name="Path">Below the service's address, with its query.</param>
/// <param name="Body">What was sent; empty where nothing was.</param>
/// <param name="Status">How it was answered.</param>
/// <param name="Answer">The answer's body.</param>
internal sealed record ConnectorCall(string Method, string Path, string Body, int Status, string Answer);
