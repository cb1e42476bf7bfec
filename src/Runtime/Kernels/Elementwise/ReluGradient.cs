namespace NnGen.Kernels;

/// <summary>The gradient of a ReLU that a kernel before it computes on the way to memory.</summary>
internal static class ReluGradient
{
    /// <summary>The gradient of what the ReLU was applied to.</summary>
    /// <param name="y">Its result.</param>
    /// <param name="dy">The result's gradient.</param>
    /// <param name="scratch">Memory of the same length, which is written.</param>
    public static ReadOnlySpan<float> Of(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Scratch scratch)
    {
        var masked = scratch.Span(dy.Length);
        CompilerServices.Pointwise.Backward(new ReluOp(), default, y, dy, new Gradient(masked, accumulate: false));
        return masked;
    }
}
