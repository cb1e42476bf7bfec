namespace NnGen;

/// <summary><c>x</c> where it exceeds a threshold, else a value.</summary>
/// <param name="threshold">The threshold.</param>
/// <param name="value">What stands in place of other elements.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct ThresholdOp(double threshold, double value)
{
    private readonly float _threshold = (float)threshold;
    private readonly float _value = (float)value;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Select(V.LessThanOrEqual(x, V.Create(_threshold)), V.Create(_value), x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy, V.LessThanOrEqual(x, V.Create(_threshold)));
}
