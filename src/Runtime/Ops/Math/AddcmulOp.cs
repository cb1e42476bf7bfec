namespace NnGen;

/// <summary><c>x + value · a · b</c>.</summary>
/// <param name="value">A factor. Default: 1.</param>
[Op("x: #*S; a: #*S; b: #*S -> y: *S")]
public readonly partial struct AddcmulOp(double value = 1)
{
    private readonly float _value = (float)value;

    /// <summary>The result.</summary>
    public V Forward<V>(V x, V a, V b)
        where V : struct, IVector<V>
        => V.MultiplyAdd(a * V.Create(_value), b, x);

    /// <summary>The gradient of <c>x</c>.</summary>
    public V BackwardX<V>(V dy)
        where V : struct, IVector<V>
        => dy;

    /// <summary>The gradient of <c>a</c>.</summary>
    public V BackwardA<V>(V b, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(_value) * b;

    /// <summary>The gradient of <c>b</c>.</summary>
    public V BackwardB<V>(V a, V dy)
        where V : struct, IVector<V>
        => dy * V.Create(_value) * a;
}
