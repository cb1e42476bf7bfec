// NNG0104: 'columns' in 'Backward' is neither a tensor, a gradient or a dim of the contract nor a hyperparameter of Forward
[Op("x: *B, K -> y: *B")]
public static partial class FirstOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int k)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = x[i * k];
    }

    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int [|columns|])
    {
    }
}
