using NnGen.Kernels;

namespace NnGen;

/// <summary><c>y = x · weightᵀ + bias</c>, with the weight as PyTorch stores it.</summary>
[Op("x: *B, K; weight: N, K; bias: N? -> y: *B, N", MultiplyAdds = "y*K")]
[Epilogue(typeof(ReluOp), nameof(ForwardRelu), nameof(BackwardRelu))]
public static partial class LinearOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, int b, int n, int k)
        => WeightProduct.Run(b, n, k, x, weight, y, n, new Epilogue { Bias = bias });

    /// <summary>Computes <c>max(y, 0)</c>.</summary>
    public static void ForwardRelu(
        ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, int b, int n, int k)
        => WeightProduct.Run(b, n, k, x, weight, y, n, new Epilogue { Bias = bias, Relu = true });

    /// <summary>Computes the gradients of <c>x</c>, <c>weight</c> and <c>bias</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        int b,
        int n,
        int k)
    {
        if (dx.IsWanted)
            Gemm.Run(false, false, b, k, n, 1, dy, n, weight, k, Beta(dx), dx.Span, k);
        if (dweight.IsWanted)
            Gemm.Run(true, false, n, k, b, 1, dy, n, x, k, Beta(dweight), dweight.Span, k);
        Reductions.Sum(dy, 1, b, n, dbias);
    }

    /// <summary>Computes the gradients after <see cref="ForwardRelu"/>, whose result <paramref name="y"/> is.</summary>
    public static void BackwardRelu(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        int b,
        int n,
        int k)
    {
        using var scratch = Scratch.Rent(dy.Length);
        Backward(x, weight, ReluGradient.Of(y, dy, scratch), dx, dweight, dbias, b, n, k);
    }

    private static float Beta(Gradient gradient) => gradient.Accumulate ? 1 : 0;
}
