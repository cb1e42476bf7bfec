namespace NnGen;

/// <summary><c>a · log(b)</c>; 0 where <c>a</c> is 0.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct XlogyOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => V.Select(V.And(V.Equal(a, V.Zero), V.Equal(b, b)), V.Zero, a * V.Log(b));

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy * V.Log(b), V.And(V.Equal(a, V.Zero), V.LessThanOrEqual(b, V.Zero)));

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => dy * a / b;
}
