namespace NnGen;

/// <summary><c>e</c> to the power of <c>x</c>, minus 1, accurate also near 0.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct Expm1Op
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Expm1(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * (y + V.One);
}
