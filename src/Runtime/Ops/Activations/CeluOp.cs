namespace NnGen;

/// <summary><c>x</c> where positive, else <c>alpha · (exp(x / alpha) - 1)</c>, whose derivative is continuous for every alpha.</summary>
/// <param name="alpha">Minus the limit for very negative elements. Default: 1.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct CeluOp(double alpha = 1)
{
    private readonly float _alpha = alpha != 0 ? (float)alpha : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "ZeroDivisionError: alpha cannot be 0 for CELU");
    private readonly float _inverse = (float)(1 / alpha);

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), x, V.Create(_alpha) * V.Expm1(x * V.Create(_inverse)));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), dy, dy * V.Exp(x * V.Create(_inverse)));
}
