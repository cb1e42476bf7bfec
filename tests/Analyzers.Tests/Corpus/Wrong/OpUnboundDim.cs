// NNG0101: The contract of 'WidenOp' cannot be read: No input says what M is.
[Op([|"x: N, C -> y: N, M"|], IsDifferentiable = false)]
public static partial class WidenOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => x.CopyTo(y);
}
