namespace CredBot.Commands;

/// <summary>One line on the standard input of <c>recognize</c>.</summary>
internal sealed record RecognizeRequest
{
    public string? Text { get; init; }
    public string? Locale { get; init; }
}
