// NNG0110: 'TwiceOp' has no method 'ForwardRelu', which its [Epilogue] names
[Op("x: *S -> y: *S", IsDifferentiable = false)]
[Epilogue(typeof(ReluOp), "ForwardRelu", "BackwardRelu")]
public static partial class [|TwiceOp|]
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = 2 * x[i];
    }
}
