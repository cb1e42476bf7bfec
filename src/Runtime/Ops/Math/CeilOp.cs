namespace NnGen;

/// <summary>The smallest whole number that is not below.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct CeilOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Ceiling(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Zero;
}
