// NNG0105: 'index' in 'Forward' is the input 'index': declare it as 'ReadOnlySpan<long>', not 'ReadOnlySpan<int>'
[Op("x: *S; index: long[*S] -> y: *S", IsDifferentiable = false)]
public static partial class PickOp
{
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<int> [|index|], Span<float> y) => x.CopyTo(y);
}
