// NNG0115: 'Forward' of 'TwiceOp' cannot be called: declare it as 'public static void Forward(...)'
[Op("x: *S -> y: *S")]
public static partial class TwiceOp
{
    private static void [|Forward|](ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = 2 * x[i];
    }

    public static void Backward(ReadOnlySpan<float> dy, Gradient dx)
    {
        for (var i = 0; i < dy.Length && dx.IsWanted; i++)
            dx.Span[i] = 2 * dy[i] + (dx.Accumulate ? dx.Span[i] : 0);
    }
}
