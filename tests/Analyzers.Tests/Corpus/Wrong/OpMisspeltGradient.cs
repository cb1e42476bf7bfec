// NNG0104: 'gradX' in 'Backward' is neither a tensor, a gradient or a dim of the contract nor a hyperparameter of Forward
[Op("x: *S -> y: *S")]
public static partial class TwiceOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = 2 * x[i];
    }

    public static void Backward(ReadOnlySpan<float> dy, Gradient [|gradX|])
    {
        for (var i = 0; i < dy.Length && gradX.IsWanted; i++)
            gradX.Span[i] = 2 * dy[i] + (gradX.Accumulate ? gradX.Span[i] : 0);
    }
}
