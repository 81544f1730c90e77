namespace CredBot.Knowledge.Errors;

/// <summary>An error code that stands in a text.</summary>
/// <param name="Code">As it is usually written, e.g. <c>AADSTS50053</c>.</param>
/// <param name="Entry">What is known of it; null for a code of a known kind that is not in the list.</param>
public sealed record FoundError(string Code, ErrorEntry? Entry);
