using CsCheck;

namespace CredBot.Tests.Fuzz.Inputs;

/// <summary>A repeatable series of generated things.</summary>
internal static class Series
{
    /// <param name="gen">What to generate.</param>
    /// <param name="seed">The same seed gives the same series.</param>
    /// <param name="count">How many.</param>
    public static IEnumerable<T> Of<T>(this Gen<T> gen, uint seed, int count)
    {
        var random = new PCG(seed, seed);
        for (var number = 0; number < count; number++)
        {
            yield return gen.Generate(random, null, out _);
        }
    }
}
