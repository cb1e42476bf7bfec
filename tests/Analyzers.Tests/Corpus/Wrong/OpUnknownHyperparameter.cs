// NNG0111: The contract of 'ResizeOp' uses 'size', which is no hyperparameter of it: it has length
[Op([|"x: *B, K -> y: *B, size"|], IsDifferentiable = false)]
public static partial class ResizeOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int length = 1) => x[..length].CopyTo(y);
}
