namespace NnGen;

/// <summary>The elements of another tensor, broadcast.</summary>
[Op("x: *S; other: #*S -> y: *S", IsDifferentiable = false)]
public readonly partial struct CopyFromOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V other)
        where V : struct, IVector<V>
        => other;
}
