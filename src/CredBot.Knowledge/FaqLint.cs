namespace CredBot.Knowledge;
/// <summary>x.</summary>
public static class FaqLint
{
    public static IReadOnlyList<FaqProblem> Check(FaqCorpus corpus, DateOnly today) => [];
}
