// NNG0105: 'n' in 'Forward' is the dim 'N': declare it as 'int', not 'float'
[Op("x: N, C -> y: N, C", IsDifferentiable = false)]
public static partial class ShiftOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, float [|n|])
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = x[i] + n;
    }
}
