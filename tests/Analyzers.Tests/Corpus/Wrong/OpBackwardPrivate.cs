// NNG0115: 'Backward' of 'TwiceOp' cannot be called: declare it as 'public static void Backward(...)'
[Op("x: *S -> y: *S")]
public static partial class TwiceOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = 2 * x[i];
    }

    private static void [|Backward|](ReadOnlySpan<float> dy, Gradient dx)
    {
        for (var i = 0; i < dy.Length && dx.IsWanted; i++)
            dx.Span[i] = 2 * dy[i] + (dx.Accumulate ? dx.Span[i] : 0);
    }
}
