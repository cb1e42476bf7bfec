namespace NnGen;

/// <summary><c>x</c> limited to a range; NaN stays NaN, and where the limits cross the upper one wins.</summary>
/// <param name="min">The lower limit. Default: none.</param>
/// <param name="max">The upper limit. Default: none.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct ClampOp(double? min = null, double? max = null)
{
    private readonly float _min = (float)(min ?? double.NegativeInfinity);
    private readonly float _max = (float)(max ?? double.PositiveInfinity);

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Min(V.Max(x, V.Create(_min)), V.Create(_max));

    /// <summary>The gradient of <c>x</c>, which passes where <c>x</c> lies within the limits or on one.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.And(dy, V.And(V.GreaterThanOrEqual(x, V.Create(_min)), V.LessThanOrEqual(x, V.Create(_max))));
}
