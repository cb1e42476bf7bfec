// NNG0106: 'TwiceOp' needs one public method 'Forward' that computes 'y': its 'Forward' takes no 'Span<float> y'
[Op("x: *S -> y: *S")]
public static partial class TwiceOp
{
    public static void [|Forward|](ReadOnlySpan<float> x)
    {
    }

    public static void Backward(ReadOnlySpan<float> dy, Gradient dx)
    {
        for (var i = 0; i < dy.Length && dx.IsWanted; i++)
            dx.Span[i] = 2 * dy[i] + (dx.Accumulate ? dx.Span[i] : 0);
    }
}
