using NnGen.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The products of a linear layer <c>y = x·Wᵀ + bias</c> and of its gradients, for x of rows by inputs, W of outputs by inputs as
/// PyTorch stores it, and y of rows by outputs.
/// </summary>
internal static unsafe class LinearKernels
{
    /// <summary>Computes <c>y</c>, through a ReLU where asked for.</summary>
    /// <param name="x">The input.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="bias">The bias; empty: none.</param>
    /// <param name="y">The result.</param>
    /// <param name="rows">Rows of x.</param>
    /// <param name="outputs">Columns of y.</param>
    /// <param name="inputs">Columns of x.</param>
    /// <param name="relu">Whether negative results become zero.</param>
    public static void Forward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> bias,
        Span<float> y,
        int rows,
        int outputs,
        int inputs,
        bool relu)
        => Gemm.Run(
            false, true, rows, outputs, inputs, 1f, x, inputs, weight, inputs, 0f, y, outputs,
            new Epilogue { Bias = bias, Relu = relu });

    /// <summary>Computes the gradients of the input, the weight and the bias.</summary>
    /// <param name="x">The input.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="reluResult">The result where <see cref="Forward"/> applied a ReLU, whose gradient then comes first; else empty.</param>
    /// <param name="dy">The gradient of the result.</param>
    /// <param name="dx">The gradient of the input: <c>dy·W</c>.</param>
    /// <param name="dweight">The gradient of the weight: <c>dyᵀ·x</c>.</param>
    /// <param name="dbias">The gradient of the bias: the sums of the columns of dy.</param>
    /// <param name="rows">Rows of x.</param>
    /// <param name="outputs">Columns of y.</param>
    /// <param name="inputs">Columns of x.</param>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> reluResult,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dweight,
        Gradient dbias,
        int rows,
        int outputs,
        int inputs)
    {
        using Scratch scratch = Scratch.Rent(reluResult.Length);
        if (!reluResult.IsEmpty)
        {
            Span<float> masked = new(scratch.Pointer, reluResult.Length);
            Pointwise.Forward(default(ReluGradient), dy, reluResult, masked, null);
            dy = masked;
        }

        if (dx.IsWanted)
            Gemm.Run(false, false, rows, inputs, outputs, 1f, dy, outputs, weight, inputs, Beta(dx), dx.Span, inputs);
        if (dweight.IsWanted)
            Gemm.Run(true, false, outputs, inputs, rows, 1f, dy, outputs, x, inputs, Beta(dweight), dweight.Span, inputs);
        if (dbias.IsWanted)
            Reductions.Sum(dy, 1, rows, outputs, dbias);
    }

    private static float Beta(Gradient gradient) => gradient.Accumulate ? 1f : 0f;

    /// <summary>The gradient of a ReLU from that of its result and the result itself.</summary>
    private readonly struct ReluGradient : IPointwise2
    {
        public static Reads Reads => Reads.B;

        public V Forward<V>(V a, V b)
            where V : struct, IVector<V>
            => V.AndNot(a, V.LessThanOrEqual(b, V.Zero));

        public void Backward<V>(V a, V b, V y, V dy, out V da, out V db)
            where V : struct, IVector<V>
        {
            da = V.AndNot(dy, V.LessThanOrEqual(b, V.Zero));
            db = V.Zero;
        }
    }
}
