namespace NnGen;

/// <summary>The same values, through which no gradient flows.</summary>
[Op("x: *S -> y: *S", IsDifferentiable = false)]
public readonly partial struct DetachOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x;
}
