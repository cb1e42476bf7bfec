namespace NnGen;

/// <summary>A copy, through which gradients flow.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct CloneOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x;

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy;
}
