namespace NnGen;

/// <summary>The nearest whole number, of two the even one.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct RoundOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Round(x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V dy)
        where V : struct, IVector<V>
        => dy * V.Zero;
}
