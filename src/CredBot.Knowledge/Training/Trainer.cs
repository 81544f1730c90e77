using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.InteropServices;
using CredBot.Knowledge.Words;

namespace CredBot.Knowledge.Training;

/// <summary>Multinomial logistic regression by AdaGrad; the same seeds give the same model.</summary>
/// <remarks>Source: Duchi, Hazan, Singer, «Adaptive subgradient methods», 2011.</remarks>
internal static class Trainer
{
    // Enough for the loss to stand still; more only makes the model surer of itself.
    private const int Epochs = 14;
    private const float Rate = 0.35f;
    private const float Shrink = 3e-5f;

    // What stands in one or two phrases only is chance; each counts once more for its thinned copy, if it is still there.
    private const int LeastSentences = 4;

    /// <summary>Columns of a row of weights: one an intent, filled up to whole vectors, since a vector that does not fit would leave the last intents unlearnt.</summary>
    private static readonly int Width = (Model.Width + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;

    public static Model Train(IReadOnlyList<Sample> samples)
    {
        var vocabulary = Learn(samples);
        var rows = vocabulary.Rarity.Length;
        var weights = new float[(rows + 1) * Width];
        var gradients = new float[(rows + 1) * Width];
        gradients.AsSpan().Fill(1e-3f);

        // The bias is one more feature that every sentence has.
        var vectors = samples.Select(sample => vocabulary.Vector(sample.Features).Append((rows, 1f)).ToArray()).ToArray();
        var error = new float[Width];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            foreach (var index in Order(samples.Count, epoch))
            {
                Predict(vectors[index], weights, error);
                error[samples[index].Intent] -= 1;
                foreach (ref var part in error.AsSpan())
                {
                    part *= samples[index].Weight;
                }

                Step(vectors[index], weights, gradients, error);
            }
        }

        return Pack(vocabulary, weights);
    }

    private static Vocabulary Learn(IReadOnlyList<Sample> samples)
    {
        var counts = samples.SelectMany(static sample => sample.Features).SelectMany(static group => group.Keys).CountBy(static hash => hash)
            .Where(static pair => pair.Value >= LeastSentences).OrderBy(static pair => pair.Key).ToList();
        var rarity = counts.Select(pair => 1 + MathF.Log((samples.Count + 1f) / (pair.Value + 1f))).ToArray();
        var rows = counts.Select(static (pair, row) => KeyValuePair.Create(pair.Key, row)).ToFrozenDictionary();
        return new Vocabulary(rows, rarity, 1 + MathF.Log((samples.Count + 1f) / (LeastSentences + 1f)));
    }

    /// <summary>A walk through all samples in another order each time, without chance: a step that shares no divisor with their number.</summary>
    private static IEnumerable<int> Order(int count, int epoch)
    {
        var step = (int)(count * 0.618) + (epoch * 37);
        while (BigInteger.GreatestCommonDivisor(step, count) > 1)
        {
            step++;
        }

        return Enumerable.Range(0, count).Select(index => (int)(((long)index * step + epoch) % count));
    }

    private static void Predict((int Row, float Value)[] vector, float[] weights, float[] into)
    {
        into.AsSpan().Clear();
        foreach (var (row, value) in vector)
        {
            var sums = MemoryMarshal.Cast<float, Vector<float>>(into.AsSpan());
            var from = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(row * into.Length, into.Length));
            for (var part = 0; part < sums.Length; part++)
            {
                sums[part] += from[part] * value;
            }
        }

        // The columns that only fill up are no intents: they get no probability, so no error, so they stay nought.
        var intents = into.AsSpan(0, Model.Width);
        var most = float.NegativeInfinity;
        foreach (var sum in intents)
        {
            most = MathF.Max(most, sum);
        }

        var total = 0f;
        foreach (ref var sum in intents)
        {
            sum = MathF.Exp(sum - most);
            total += sum;
        }

        foreach (ref var sum in intents)
        {
            sum /= total;
        }
    }

    private static void Step((int Row, float Value)[] vector, float[] weights, float[] gradients, float[] error)
    {
        var errors = MemoryMarshal.Cast<float, Vector<float>>(error.AsSpan());
        foreach (var (row, value) in vector)
        {
            var to = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(row * error.Length, error.Length));
            var squares = MemoryMarshal.Cast<float, Vector<float>>(gradients.AsSpan(row * error.Length, error.Length));
            for (var part = 0; part < errors.Length; part++)
            {
                var gradient = errors[part] * value + to[part] * Shrink;
                squares[part] += gradient * gradient;
                to[part] -= gradient * Rate / Vector.SquareRoot(squares[part]);
            }
        }
    }

    /// <summary>A byte a weight is enough: the finest row is told apart to one part in 127.</summary>
    private static Model Pack(Vocabulary vocabulary, float[] weights)
    {
        var width = Model.Width;
        var rows = vocabulary.Rarity.Length;
        var scales = new float[rows];
        var bytes = new sbyte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            var values = weights.AsSpan(row * Width, width);
            var largest = Math.Max(values.ToArray().Max(Math.Abs), 1e-9f);
            scales[row] = largest / sbyte.MaxValue;
            for (var column = 0; column < width; column++)
            {
                bytes[row * width + column] = (sbyte)MathF.Round(values[column] / scales[row]);
            }
        }

        return new Model(vocabulary, bytes, scales, weights[(rows * Width)..((rows * Width) + width)]);
    }
}
