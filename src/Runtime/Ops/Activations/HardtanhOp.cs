namespace NnGen;

/// <summary><c>x</c> limited to a range. Unlike that of a clamp, its gradient is 0 on the limits.</summary>
/// <param name="minVal">The lower limit. Default: -1.</param>
/// <param name="maxVal">The upper limit. Default: 1.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct HardtanhOp(double minVal = -1, double maxVal = 1)
{
    private readonly float _minVal = (float)minVal;
    private readonly float _maxVal = (float)maxVal;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Min(V.Max(x, V.Create(_minVal)), V.Create(_maxVal));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy, V.Or(V.LessThanOrEqual(x, V.Create(_minVal)), V.GreaterThanOrEqual(x, V.Create(_maxVal))));
}
