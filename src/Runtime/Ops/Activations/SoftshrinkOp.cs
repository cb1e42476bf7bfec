using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>x</c> moved towards 0 by a number, and 0 where it is no larger than that.</summary>
/// <param name="lambd">The number, at least 0. Default: 0.5.</param>
[Op("x: *S -> y: *S")]
public readonly partial struct SoftshrinkOp(double lambd = 0.5)
{
    private readonly float _lambd = lambd >= 0
        ? (float)lambd
        : throw new ArgumentOutOfRangeException(nameof(lambd), lambd, $"lambda must be greater or equal to 0, but found to be {lambd}.");

    /// <summary>The result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Forward<V>(V x)
        where V : struct, IVector<V>
    {
        var limit = V.Create(_lambd);
        var shrunk = V.Select(V.GreaterThan(x, limit), x - limit, x + limit);
        return V.Select(V.GreaterThan(V.Abs(x), limit), shrunk, x * V.Zero);
    }

    /// <summary>The gradient of <c>x</c>.</summary>
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
        => V.AndNot(dy, V.LessThanOrEqual(V.Abs(x), V.Create(_lambd)));
}
