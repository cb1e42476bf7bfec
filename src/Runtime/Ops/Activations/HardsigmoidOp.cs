namespace NnGen;

/// <summary><c>(x + 3) / 6</c> limited to the range from 0 to 1.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct HardsigmoidOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Min(V.Max(x + V.Create(3), V.Zero), V.Create(6)) * V.Create(1 / 6f);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.And(dy * V.Create(1 / 6f), V.And(V.GreaterThan(x, V.Create(-3)), V.LessThan(x, V.Create(3))));
}
