namespace NnGen;

/// <summary><c>x</c> limited to the range from 0 to 6.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct Relu6Op
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Min(V.Max(x, V.Zero), V.Create(6));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy, V.Or(V.LessThanOrEqual(x, V.Zero), V.GreaterThanOrEqual(x, V.Create(6))));
}
