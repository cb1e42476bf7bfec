namespace NnGen;

/// <summary>The absolute value; its derivative at 0 is 0.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct AbsOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Abs(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), dy, V.Select(V.LessThan(x, V.Zero), -dy, V.Zero));
}
