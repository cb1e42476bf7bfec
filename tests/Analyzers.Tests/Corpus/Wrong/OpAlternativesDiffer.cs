// NNG0101: The contract of 'RowsOp' cannot be read: Every alternative lists the same inputs, in the same order.
[Op([|"x: N, C -> y: N, C | x: C; mask: C -> y: C"|], IsDifferentiable = false)]
public static partial class RowsOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => x.CopyTo(y);
}
