using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>x</c> to the power of a number.</summary>
/// <param name="exponent">The exponent.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct PowScalarOp(double exponent)
{
    private readonly float _exponent = (float)exponent;
    private readonly float _lower = (float)(exponent - 1);

    /// <summary>The result; squares, cubes and reciprocals are computed by multiplication, as in PyTorch.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => Power(x, _exponent);

    /// <summary>The gradient of <c>x</c>: 0 where the exponent is 0.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => _exponent == 0 ? V.Zero : dy * (V.Create(_exponent) * Power(x, _lower));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Power<V>(V x, float exponent)
        where V : struct, IVector<V>
        => exponent switch
        {
            0.5f => V.Sqrt(x),
            1f => x,
            2f => x * x,
            3f => x * x * x,
            -0.5f => V.One / V.Sqrt(x),
            -1f => V.One / x,
            -2f => V.One / (x * x),
            _ => V.Pow(x, V.Create(exponent)),
        };
}
