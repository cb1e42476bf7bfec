namespace NnGen;

/// <summary><c>x</c> where positive, else <c>x</c> times a slope.</summary>
/// <param name="negativeSlope">Factor of negative elements. Default: 0.01.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct LeakyReluOp(double negativeSlope = 0.01)
{
    private readonly float _negativeSlope = (float)negativeSlope;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), x, x * V.Create(_negativeSlope));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Zero), dy, dy * V.Create(_negativeSlope));
}
