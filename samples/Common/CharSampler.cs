using System.Numerics.Tensors;
using NnGen;

namespace Samples;

/// <summary>Draws the next character from a language model's scores.</summary>
/// <param name="temperature">Below 1 the likely ones are drawn more often, above 1 less.</param>
public sealed class CharSampler(double temperature = 0.8)
{
    /// <summary>Draws a number with probability softmax(<paramref name="scores"/> / temperature).</summary>
    /// <param name="scores">The score of each character.</param>
    public int Next(ReadOnlySpan<float> scores)
    {
        float[] probabilities = new float[scores.Length];
        TensorPrimitives.Divide(scores, (float)temperature, probabilities);
        TensorPrimitives.SoftMax<float>(probabilities, probabilities);
        float rest = Tensor.Rand(1).Item();
        for (int i = 0; i < probabilities.Length - 1; i++)
        {
            rest -= probabilities[i];
            if (rest < 0)
                return i;
        }

        return probabilities.Length - 1;
    }
}
