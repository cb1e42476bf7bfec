namespace NnGen.Kernels;

/// <summary>The LSTM: input, forget, cell and output gate.</summary>
internal readonly unsafe struct LstmCell : IRecurrentCell
{
    public static int Gates => 4;

    public static int SharedGates => 4;

    public static bool HasCellState => true;

    public static bool HasDirectPath => false;

    public static V Forward<V>(float* gates, int hidden, V mask, V previous, ref V cell)
        where V : struct, IVector<V>
    {
        var i = V.Sigmoid(V.Load(gates, mask));
        var f = V.Sigmoid(V.Load(gates + hidden, mask));
        var g = V.Tanh(V.Load(gates + (2 * hidden), mask));
        var o = V.Sigmoid(V.Load(gates + (3 * hidden), mask));
        V.Store(gates, mask, i);
        V.Store(gates + hidden, mask, f);
        V.Store(gates + (2 * hidden), mask, g);
        V.Store(gates + (3 * hidden), mask, o);
        cell = (f * cell) + (i * g);
        return o * V.Tanh(cell);
    }

    public static V Backward<V>(float* gates, float* dgates, int hidden, V mask, V previous, V previousCell, V cell, V dy, ref V dcell)
        where V : struct, IVector<V>
    {
        var i = V.Load(gates, mask);
        var f = V.Load(gates + hidden, mask);
        var g = V.Load(gates + (2 * hidden), mask);
        var o = V.Load(gates + (3 * hidden), mask);
        var tanh = V.Tanh(cell);
        var d = dcell + (dy * o * (V.One - (tanh * tanh)));
        V.Store(dgates, mask, d * g * i * (V.One - i));
        V.Store(dgates + hidden, mask, d * previousCell * f * (V.One - f));
        V.Store(dgates + (2 * hidden), mask, d * i * (V.One - (g * g)));
        V.Store(dgates + (3 * hidden), mask, dy * tanh * o * (V.One - o));
        dcell = d * f;
        return V.Zero;
    }
}
