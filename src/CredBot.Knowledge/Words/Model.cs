namespace CredBot.Knowledge.Words;

/// <summary>A softmax over all intents: one row of weights per feature, one column per intent.</summary>
/// <param name="Weights">Row after row, each as wide as there are intents; one byte each, to be multiplied by the row's scale.</param>
/// <remarks>Made by the build from <c>seeds/</c>; see <c>Training</c>.</remarks>
internal sealed record Model(Vocabulary Vocabulary, sbyte[] Weights, float[] Scales, float[] Bias)
{
    public static int Width => Intents.All.Count;

    /// <summary>How probable each intent is, in the order of <see cref="Intents.All"/>.</summary>
    public double[] Probabilities(Dictionary<uint, int>[] features)
    {
        var sums = Array.ConvertAll(Bias, static bias => (double)bias);
        foreach (var (row, value) in Vocabulary.Vector(features))
        {
            var scaled = value * Scales[row];
            var weights = Weights.AsSpan(row * Width, Width);
            for (var intent = 0; intent < weights.Length; intent++)
            {
                sums[intent] += scaled * weights[intent];
            }
        }

        var most = sums.Max();
        var powers = Array.ConvertAll(sums, sum => Math.Exp(sum - most));
        var total = powers.Sum();
        return Array.ConvertAll(powers, power => power / total);
    }
}
