namespace NnGen;

/// <summary><c>e</c> to the power of <c>x</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ExpOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Exp(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * y;
}
