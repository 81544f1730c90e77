namespace CredBot.Knowledge;

/// <summary>Where to read on.</summary>
/// <param name="Title">In the entry's language.</param>
/// <param name="Url">https, on a host of Microsoft's.</param>
public sealed record FaqLink(string Title, string Url);
