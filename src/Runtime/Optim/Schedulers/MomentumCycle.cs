namespace NnGen.Optim;

/// <summary>The bounds between which a schedule moves the momentum, or the first beta of Adam and its relatives.</summary>
internal sealed class MomentumCycle
{
    private readonly double[] _lowest, _highest;

    /// <exception cref="ArgumentException">The optimizer has no momentum, or there are more or fewer bounds than groups.</exception>
    public MomentumCycle(Optimizer optimizer, PerGroup lowest, PerGroup highest)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (optimizer.ParamGroups.Any(group => group.CycledMomentum is null))
            throw new ArgumentException($"{optimizer.GetType().Name} must support momentum or beta1 where the momentum is cycled: give cycleMomentum: false", "cycleMomentum");
        _lowest = lowest.Of(optimizer, "baseMomentum");
        _highest = highest.Of(optimizer, "maxMomentum");
    }

    /// <summary>Sets the momentums to their lower bounds.</summary>
    public void SetLowest(Optimizer optimizer) => Set(optimizer, _lowest);

    /// <summary>Sets the momentums to their upper bounds.</summary>
    public void SetHighest(Optimizer optimizer) => Set(optimizer, _highest);

    /// <summary>Sets a momentum as far below its upper bound as the learning rate is above its lower one.</summary>
    public void Lower(Optimizer optimizer, int group, double height)
        => optimizer.ParamGroups[group].CycledMomentum = _highest[group] - ((_highest[group] - _lowest[group]) * height);

    /// <summary>Sets a momentum between its bounds.</summary>
    public void Set(Optimizer optimizer, int group, Func<double, double, double> betweenLowestAndHighest)
        => optimizer.ParamGroups[group].CycledMomentum = betweenLowestAndHighest(_lowest[group], _highest[group]);

    private static void Set(Optimizer optimizer, double[] values)
    {
        for (int i = 0; i < values.Length; i++)
            optimizer.ParamGroups[i].CycledMomentum = values[i];
    }
}
