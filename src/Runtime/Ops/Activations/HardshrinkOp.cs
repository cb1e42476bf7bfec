namespace NnGen;

/// <summary><c>x</c>, and 0 where its absolute value is no larger than a number.</summary>
/// <param name="lambd">The number. Default: 0.5.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct HardshrinkOp(double lambd = 0.5)
{
    private readonly float _lambd = (float)lambd;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.AndNot(x, V.LessThanOrEqual(V.Abs(x), V.Create(_lambd)));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy, V.LessThanOrEqual(V.Abs(x), V.Create(_lambd)));
}
