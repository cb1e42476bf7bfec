using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>x</c> with numbers in place of NaN and of the infinities.</summary>
/// <param name="nan">What replaces NaN. Default: 0.</param>
/// <param name="posinf">What replaces infinity. Default: the largest number.</param>
/// <param name="neginf">What replaces minus infinity. Default: the smallest number.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct NanToNumOp(double nan = 0, double? posinf = null, double? neginf = null)
{
    private readonly float _nan = (float)nan;
    private readonly float _positive = (float)(posinf ?? float.MaxValue);
    private readonly float _negative = (float)(neginf ?? float.MinValue);

    /// <summary>The result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V x)
        where V : struct, IVector<V>
    {
        var y = V.Select(V.Equal(x, V.Create(float.PositiveInfinity)), V.Create(_positive), x);
        y = V.Select(V.Equal(x, V.Create(float.NegativeInfinity)), V.Create(_negative), y);
        return V.Select(V.Equal(x, x), y, V.Create(_nan));
    }

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.And(dy, V.LessThan(V.Abs(x), V.Create(float.PositiveInfinity)));
}
