using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary><c>x · hardsigmoid(x)</c>.</summary>
[Op("x: *S -> y: *S")]
public readonly partial struct HardswishOp
{
    /// <summary>The result.</summary>
    public V Forward<V>(V x)
        where V : struct, IVector<V>
        => x * V.Min(V.Max(x + V.Create(3), V.Zero), V.Create(6)) * V.Create(1 / 6f);

    /// <summary>The gradient of <c>x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Backward<V>(V x, V dy)
        where V : struct, IVector<V>
    {
        var inner = dy * ((x * V.Create(1 / 3f)) + V.Create(0.5f));
        var upper = V.Select(V.GreaterThanOrEqual(x, V.Create(3)), dy, inner);
        return V.AndNot(upper, V.LessThan(x, V.Create(-3)));
    }
}
