namespace NnGen;

/// <summary>2 to the power of <c>x</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct Exp2Op
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Exp(x * V.Create(0.693147181f));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V y, V dy)
        where V : struct, IVector<V>
        => dy * y * V.Create(0.693147181f);
}
