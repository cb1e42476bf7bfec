namespace NnGen.Kernels;

/// <summary>The GRU: reset and update gate, and a new state whose hidden part the reset gate scales. That part is the fourth block.</summary>
internal readonly unsafe struct GruCell : IRecurrentCell
{
    public static int Gates => 3;

    public static int SharedGates => 2;

    public static bool HasCellState => false;

    public static bool HasDirectPath => true;

    public static V Forward<V>(float* gates, int hidden, V mask, V previous, ref V cell)
        where V : struct, IVector<V>
    {
        var r = V.Sigmoid(V.Load(gates, mask));
        var z = V.Sigmoid(V.Load(gates + hidden, mask));
        var n = V.Tanh(V.Load(gates + (2 * hidden), mask) + (r * V.Load(gates + (3 * hidden), mask)));
        V.Store(gates, mask, r);
        V.Store(gates + hidden, mask, z);
        V.Store(gates + (2 * hidden), mask, n);
        return n + (z * (previous - n));
    }

    public static V Backward<V>(float* gates, float* dgates, int hidden, V mask, V previous, V previousCell, V cell, V dy, ref V dcell)
        where V : struct, IVector<V>
    {
        var r = V.Load(gates, mask);
        var z = V.Load(gates + hidden, mask);
        var n = V.Load(gates + (2 * hidden), mask);
        var dn = dy * (V.One - z) * (V.One - (n * n));
        V.Store(dgates, mask, dn * V.Load(gates + (3 * hidden), mask) * r * (V.One - r));
        V.Store(dgates + hidden, mask, dy * (previous - n) * z * (V.One - z));
        V.Store(dgates + (2 * hidden), mask, dn);
        V.Store(dgates + (3 * hidden), mask, dn * r);
        return dy * z;
    }
}
