using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>x</c> times the probability that a standard normal number is smaller.</summary>
/// <param name="approximate">Whether that is computed by the error function or by a hyperbolic tangent. Default: the error function.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct GeluOp(GeluApproximation approximate = GeluApproximation.None)
{
    private const float InverseSqrt2 = 0.70710678118654752440f;
    private const float InverseSqrt2Pi = 0.39894228040143267794f;
    private const float Sqrt2OverPi = 0.79788456080286535588f;
    private const float Cubic = 0.044715f;

    /// <summary>The result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x * (approximate == GeluApproximation.Tanh ? Half(V.Tanh(Inner(x))) : Half(V.Erf(x * V.Create(InverseSqrt2))));

    /// <summary>The gradient of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        if (approximate == GeluApproximation.Tanh)
        {
            var tanh = V.Tanh(Inner(x));
            var innerSlope = V.Create(Sqrt2OverPi) * (V.One + (V.Create(3 * Cubic) * (x * x)));
            return dy * (Half(tanh) + (V.Create(0.5f) * x * (V.One - (tanh * tanh)) * innerSlope));
        }

        var density = V.Create(InverseSqrt2Pi) * V.Exp(V.Create(-0.5f) * (x * x));
        return dy * (Half(V.Erf(x * V.Create(InverseSqrt2))) + (x * density));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Inner<V>(V x)
        where V : struct, IVector<V>
        => V.Create(Sqrt2OverPi) * (x + (V.Create(Cubic) * (x * x * x)));

    /// <summary>A number from -1 to 1 as one from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Half<V>(V x)
        where V : struct, IVector<V>
        => V.Create(0.5f) * (V.One + x);
}
