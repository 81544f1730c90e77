namespace CredBot.Knowledge;

/// <summary>One thing wrong with the FAQ or the phrases.</summary>
/// <param name="Where">The entry, as <c>id/language</c>, or the intent.</param>
/// <param name="What">A sentence.</param>
public sealed record FaqProblem(string Where, string What)
{
    public override string ToString() => $"{Where}: {What}";
}
