namespace NnGen;

/// <summary>exp of square matrices: torch.matrix_exp.</summary>
internal static class MatrixExponential
{
    /// <summary>Terms of the series, enough for float32 where the norm is at most 1/2.</summary>
    private const int Terms = 10;

    /// <summary>By scaling and squaring: exp(A) = exp(A / 2ˢ) to the power 2ˢ. Gradients flow through it.</summary>
    /// <param name="a">[*, N, N].</param>
    public static Tensor Of(Tensor a)
    {
        var squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(Math.Max(LargestColumn(a), 1e-30) / 0.5)));
        var scaled = squarings == 0 ? a : a * MathF.Pow(2, -squarings);
        var identity = Tensor.Eye(a.Shape[^1]);
        var result = identity + (scaled * (1f / Terms));

        // Horner's scheme.
        for (var i = Terms - 1; i >= 1; i--)
            result = identity + (scaled.MatMul(result) * (1f / i));
        for (var i = 0; i < squarings; i++)
            result = result.MatMul(result);
        return result;
    }

    /// <summary>The largest sum of magnitudes of a column.</summary>
    private static double LargestColumn(Tensor a)
    {
        using var scope = Autograd.NoGrad();
        return a.Count == 0 ? 0 : a.Detach().Abs().Sum(-2).Max().Item();
    }
}
