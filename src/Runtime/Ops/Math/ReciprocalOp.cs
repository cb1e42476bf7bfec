namespace NnGen;

/// <summary>One divided by <c>x</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct ReciprocalOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.One / x;

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => -dy * (y * y);
}
