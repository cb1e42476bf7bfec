namespace NnGen;

/// <summary>The product of two matrices: torch.mm.</summary>
[Op("a: M, K; b: K, N -> y: M, N", MultiplyAdds = "y*K")]
public static partial class MmOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, Shape aShape, Shape bShape)
        => MatMulOp.Forward(a, b, y, aShape, bShape);

    /// <summary>Computes the gradients of <c>a</c> and <c>b</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Gradient da, Gradient db, Shape aShape, Shape bShape)
        => MatMulOp.Backward(a, b, dy, da, db, aShape, bShape);
}
