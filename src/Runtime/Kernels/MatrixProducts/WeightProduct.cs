using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Products of samples by a weight, a row for each feature of the result.</summary>
internal static class WeightProduct
{
    /// <summary><c>y = epilogue(x · weightᵀ)</c>.</summary>
    /// <param name="rows">How many samples there are.</param>
    /// <param name="n">Features of the result.</param>
    /// <param name="k">Features of the samples.</param>
    /// <param name="x">The samples, one behind the other.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="y">The result.</param>
    /// <param name="rowStep">Distance of its rows.</param>
    /// <param name="epilogue">What is applied to it.</param>
    public static void Run(
        int rows, int n, int k, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, Span<float> y, int rowStep, Epilogue epilogue)
        => Gemm.Run(false, true, rows, n, k, 1, x, k, weight, k, 0, y, rowStep, epilogue, PackedWeights.Find(weight, rows, n, k));
}
