using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>log(1 + exp(beta · x)) / beta</c>, a smooth ReLU; <c>x</c> itself where <c>beta · x</c> exceeds the threshold.</summary>
/// <param name="beta">How sharply it bends. Default: 1.</param>
/// <param name="threshold">Where it becomes linear. Default: 20.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct SoftplusOp(double beta = 1, double threshold = 20)
{
    private readonly float _beta = (float)beta;
    private readonly float _inverse = (float)(1 / beta);
    private readonly float _threshold = (float)threshold;

    /// <summary>The result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V x)
        where V : struct, IVector<V>
    {
        var scaled = x * V.Create(_beta);
        return V.Select(V.GreaterThan(scaled, V.Create(_threshold)), x, V.Log1p(V.Exp(scaled)) * V.Create(_inverse));
    }

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        var scaled = x * V.Create(_beta);
        return V.Select(V.GreaterThan(scaled, V.Create(_threshold)), dy, dy * V.Sigmoid(scaled));
    }
}
