using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>The gradient that an optimizer goes down: negated to maximize, and with the L2 penalty's part.</summary>
/// <param name="values">The parameter's gradient.</param>
/// <param name="weightDecay">L2 penalty.</param>
/// <param name="maximize">Whether to go up.</param>
internal readonly unsafe struct DescentGradient(float* values, double weightDecay, bool maximize)
{
    private readonly float* _values = values;
    private readonly float _weightDecay = (float)weightDecay;
    private readonly bool _maximize = maximize;

    public DescentGradient(float* values, WeightDecayGroup group, bool isDecayDecoupled = false)
        : this(values, isDecayDecoupled ? 0 : group.WeightDecay, group.Maximize)
    {
    }

    /// <summary>The elements from <paramref name="index"/> on.</summary>
    /// <param name="index">The first element.</param>
    /// <param name="weight">The parameter's elements there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V At<V>(int index, V weight)
        where V : struct, IVector<V>
    {
        V d = V.Load(_values + index);
        if (_maximize)
            d = -d;
        return _weightDecay != 0 ? V.MultiplyAdd(weight, V.Create(_weightDecay), d) : d;
    }
}
