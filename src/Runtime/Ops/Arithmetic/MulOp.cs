namespace NnGen;

/// <summary><c>a * b</c> with broadcasting.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct MulOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => a * b;

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V b, V dy)
        where V : struct, IVector<V>
        => dy * b;

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V a, V dy)
        where V : struct, IVector<V>
        => dy * a;
}
