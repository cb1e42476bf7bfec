namespace NnGen.Kernels;

/// <summary>A recurrent cell without gates.</summary>
internal readonly unsafe struct TanhCell : IRecurrentCell
{
    public static int Gates => 1;

    public static int SharedGates => 1;

    public static bool HasCellState => false;

    public static bool HasDirectPath => false;

    public static V Forward<V>(float* gates, int hidden, V mask, V previous, ref V cell)
        where V : struct, IVector<V>
    {
        var y = V.Tanh(V.Load(gates, mask));
        V.Store(gates, mask, y);
        return y;
    }

    public static V Backward<V>(float* gates, float* dgates, int hidden, V mask, V previous, V previousCell, V cell, V dy, ref V dcell)
        where V : struct, IVector<V>
    {
        var y = V.Load(gates, mask);
        V.Store(dgates, mask, dy * (V.One - (y * y)));
        return V.Zero;
    }
}

/// <summary>A recurrent cell without gates whose nonlinearity is a ReLU.</summary>
internal readonly unsafe struct ReluCell : IRecurrentCell
{
    public static int Gates => 1;

    public static int SharedGates => 1;

    public static bool HasCellState => false;

    public static bool HasDirectPath => false;

    public static V Forward<V>(float* gates, int hidden, V mask, V previous, ref V cell)
        where V : struct, IVector<V>
    {
        var y = V.Max(V.Load(gates, mask), V.Zero);
        V.Store(gates, mask, y);
        return y;
    }

    public static V Backward<V>(float* gates, float* dgates, int hidden, V mask, V previous, V previousCell, V cell, V dy, ref V dcell)
        where V : struct, IVector<V>
    {
        V.Store(dgates, mask, V.AndNot(dy, V.LessThanOrEqual(V.Load(gates, mask), V.Zero)));
        return V.Zero;
    }
}
