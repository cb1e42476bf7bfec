namespace NnGen;

/// <summary>Indices drawn from each row with probabilities in proportion to its elements.</summary>
[Op("x: R, C -> y: long[R, numSamples] | x: C -> y: long[numSamples]", IsDifferentiable = false)]
public static partial class MultinomialOp
{
    /// <summary>Draws the numbers.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<long> y, Shape xShape, int numSamples, bool replacement = false)
    {
        using var draw = RandomDraw.Begin();
        CategoricalSampling.Draw(Tensor.From(x, xShape), numSamples, replacement, draw.Generator).AsSpan().CopyTo(y);
    }
}
