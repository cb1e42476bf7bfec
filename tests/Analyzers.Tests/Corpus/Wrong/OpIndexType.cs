// NNG0105: 'index' in 'Forward' is the input 'index': declare it as 'ReadOnlySpan<long>', not 'ReadOnlySpan<int>'
[Op("table: V, D; index: long[N] -> y: N, D", IsDifferentiable = false)]
public static partial class RowsOp
{
    public static void Forward(ReadOnlySpan<float> table, ReadOnlySpan<int> [|index|], Span<float> y, int n, int d)
    {
        for (var i = 0; i < n; i++)
            table.Slice(index[i] * d, d).CopyTo(y.Slice(i * d, d));
    }
}
