namespace NnGen;

/// <summary>The angle of the point <c>(b, a)</c> seen from the origin, in radians.</summary>
[Op("a: #*S; b: #*S -> y: *S")]
public readonly partial struct Atan2Op
{
    /// <summary>The result.</summary>
    public V Forward<V>(V a, V b)
        where V : struct, IVector<V>
        => VectorMath.Atan2(a, b);

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => dy * b / V.MultiplyAdd(a, a, b * b);

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V a, V b, V dy)
        where V : struct, IVector<V>
        => -dy * a / V.MultiplyAdd(a, a, b * b);
}
