namespace NnGen;

public static partial class F
{
    /// <summary>Borders around the last dims, as many as there are pairs of sizes.</summary>
    /// <param name="x">Any shape; with another mode than a constant samples, channels and one to three dims, or without samples.</param>
    /// <param name="pad">Pairs (before, after), the last dim's first: <c>(left, right, top, bottom)</c>. Negative: so many are taken away.</param>
    /// <param name="mode">What stands in the borders. Default: a constant.</param>
    /// <param name="value">The constant. Default: 0.</param>
    /// <exception cref="ShapeException">There are more pairs than dims, or nothing is left of one.</exception>
    /// <exception cref="ArgumentException">The borders are too wide for their mode, or the mode does not know so many dims.</exception>
    [Lowers(typeof(PadOp))]
    public static Tensor Pad(Tensor x, Sizes pad, PaddingMode mode = PaddingMode.Constant, double value = 0) => PadOp.Apply(x, pad, mode, value);
}
