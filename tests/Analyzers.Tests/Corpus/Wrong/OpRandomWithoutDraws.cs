// NNG0108: 'NoiseOp' takes a RandomState: add 'public static long Draws(...)' that says how many numbers Forward draws, 0 for none
[Op("x: *S -> y: *S", IsDifferentiable = false)]
public static partial class [|NoiseOp|]
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, RandomState random)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = x[i] + random.Counter;
    }
}
