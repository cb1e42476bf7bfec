namespace NnGen;

/// <summary>The sine.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct SinOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Sin(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * V.Cos(x);
}
