// NNG0112: 'RavelOp' is a view: it computes nothing, so it has no Forward and no Backward
[Op("x: *S -> y: flatten(*S, 0, -1)", IsView = true)]
public static partial class [|RavelOp|]
{
    public static void Forward(ReadOnlySpan<float> x, Span<float> y) => x.CopyTo(y);
}
