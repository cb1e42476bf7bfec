namespace NnGen;

/// <summary><c>scale · (x where positive, else alpha · (exp(x) - 1))</c> with the constants that keep mean and variance of a deep network.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct SeluOp
{
    private const float Alpha = 1.6732632423543772848170429916717f;
    private const float Scale = 1.0507009873554804934193349852946f;

    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => V.Create(Scale) * V.Select(V.GreaterThan(x, V.Zero), x, V.Create(Alpha) * V.Expm1(x));

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(Scale) * V.Select(V.GreaterThan(x, V.Zero), V.One, V.Create(Alpha) * V.Exp(x));
}
