namespace NnGen;

/// <summary><c>x</c> where positive, else <c>alpha · (exp(x) - 1)</c>.</summary>
/// <param name="alpha">Minus the limit for very negative elements. Default: 1.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct EluOp(double alpha = 1)
{
    private readonly float _alpha = (float)alpha;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), x, V.Create(_alpha) * V.Expm1(x));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), dy, dy * (V.Create(_alpha) * V.Exp(x)));
}
