// NNG0104: 'result' in 'Forward' is neither a tensor, a gradient or a dim of the contract nor a hyperparameter
[Op("x: *S -> y: *S")]
public static partial class TwiceOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> [|result|])
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = 2 * x[i];
    }

    public static void Backward(ReadOnlySpan<float> dy, Gradient dx)
    {
        for (var i = 0; i < dy.Length && dx.IsWanted; i++)
            dx.Span[i] = 2 * dy[i] + (dx.Accumulate ? dx.Span[i] : 0);
    }
}
