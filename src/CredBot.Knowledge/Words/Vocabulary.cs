using System.Collections.Frozen;

namespace CredBot.Knowledge.Words;

/// <summary>The features the recogniser knows, and how telling each is.</summary>
/// <param name="Rows">From a feature's hash to its number.</param>
/// <param name="Rarity">By number: the rarer a feature, the more it tells.</param>
/// <param name="Unknown">The rarity of a feature never seen.</param>
internal sealed record Vocabulary(FrozenDictionary<uint, int> Rows, float[] Rarity, float Unknown)
{
    // What a message is about outweighs how it is spelt, and words never seen make it less certain.
    private static readonly float[] GroupWeights = [1f, 0.8f, 1.3f];
    private const float UnknownWeight = 0.6f;

    /// <summary>A message as numbers: each group of features brought to the same length, unknown ones counted in the length only.</summary>
    public List<(int Row, float Value)> Vector(Dictionary<uint, int>[] features)
    {
        List<(int Row, float Value)> vector = [];
        for (var group = 0; group < features.Length; group++)
        {
            var start = vector.Count;
            var square = 0f;
            foreach (var (hash, count) in features[group])
            {
                var often = 1 + MathF.Log(count);
                if (Rows.TryGetValue(hash, out var row))
                {
                    vector.Add((row, often * Rarity[row]));
                    square += vector[^1].Value * vector[^1].Value;
                }
                else
                {
                    square += often * often * Unknown * Unknown * UnknownWeight * UnknownWeight;
                }
            }

            var scale = square > 0 ? GroupWeights[group] / MathF.Sqrt(square) : 0;
            for (var index = start; index < vector.Count; index++)
            {
                vector[index] = (vector[index].Row, vector[index].Value * scale);
            }
        }

        return vector;
    }
}
