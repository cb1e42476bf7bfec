namespace NnGen;

/// <summary>The sum of the products of two vectors' elements: torch.dot.</summary>
[Op("a: K; b: K -> y: ()", MultiplyAdds = "K")]
public static partial class DotOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, Shape aShape, Shape bShape)
        => MatMulOp.Forward(a, b, y, aShape, bShape);

    /// <summary>Computes the gradients of <c>a</c> and <c>b</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Gradient da, Gradient db, Shape aShape, Shape bShape)
        => MatMulOp.Backward(a, b, dy, da, db, aShape, bShape);
}
