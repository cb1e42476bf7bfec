// NNG0105: 'dx' in 'Backward' is the gradient of the input 'x': declare it as 'Gradient', not 'Span<float>'
[Op("x: *S -> y: *S")]
public static partial class TwiceOp
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = 2 * x[i];
    }

    public static void Backward(ReadOnlySpan<float> dy, Span<float> [|dx|])
    {
        for (var i = 0; i < dy.Length; i++)
            dx[i] = 2 * dy[i];
    }
}
