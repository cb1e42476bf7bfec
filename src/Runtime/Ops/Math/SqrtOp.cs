namespace NnGen;

/// <summary>The square root; its derivative at 0 is infinite.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct SqrtOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Sqrt(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy / (y + y);
}
