namespace NnGen.Optim;

/// <summary>Reads or writes a scheduler's state by name.</summary>
internal abstract class SchedulerVisitor
{
    public abstract void Visit(string name, ref int value);

    public abstract void Visit(string name, ref double value);

    public abstract void Visit(string name, ref double[] value);

    /// <summary>The states of other schedulers.</summary>
    public abstract void Visit(string name, IReadOnlyList<LRScheduler> schedulers);

    /// <summary>Functions, which are not part of a state: PyTorch writes None for each.</summary>
    public abstract void VisitFunctions(string name, int count);
}

/// <summary>Collects the values.</summary>
internal sealed class SchedulerWriter(TorchDict target) : SchedulerVisitor
{
    public override void Visit(string name, ref int value) => target[name] = (long)value;

    public override void Visit(string name, ref double value) => target[name] = value;

    public override void Visit(string name, ref double[] value) => target[name] = value.Select(number => (object?)number).ToList();

    public override void Visit(string name, IReadOnlyList<LRScheduler> schedulers)
        => target[name] = schedulers.Select(scheduler => (object?)scheduler.StateDict()).ToList();

    public override void VisitFunctions(string name, int count) => target[name] = Enumerable.Repeat<object?>(null, count).ToList();
}

/// <summary>Sets the values that are given; the others stay.</summary>
/// <param name="source">The state.</param>
/// <param name="isCheck">Whether the values are looked at only.</param>
internal sealed class SchedulerReader(TorchDict source, bool isCheck) : SchedulerVisitor
{
    public override void Visit(string name, ref int value)
    {
        if (source.TryGetValue(name, out object? found))
            Set(ref value, checked((int)StateValue.Number(name, found)));
    }

    public override void Visit(string name, ref double value)
    {
        if (source.TryGetValue(name, out object? found))
            Set(ref value, StateValue.Number(name, found));
    }

    public override void Visit(string name, ref double[] value)
    {
        if (!source.TryGetValue(name, out object? found))
            return;
        double[] numbers = [.. List(name, found).Select(item => StateValue.Number(name, item))];
        if (value.Length > 0 && numbers.Length != value.Length)
            throw new ArgumentException($"The state '{name}' has {numbers.Length} values: expected {value.Length}, one for each parameter group.");
        Set(ref value, numbers);
    }

    public override void Visit(string name, IReadOnlyList<LRScheduler> schedulers)
    {
        if (!source.TryGetValue(name, out object? found))
            return;
        var states = List(name, found);
        if (states.Count != schedulers.Count)
            throw new ArgumentException($"The state '{name}' is of {states.Count} schedulers: expected {schedulers.Count}.");
        foreach (var (scheduler, state) in schedulers.Zip(states))
        {
            var dict = state as TorchDict ?? throw new ArgumentException($"The state '{name}' holds {TorchDict.TypeName(state)}: expected dicts.");
            if (isCheck)
                scheduler.CheckStateDict(dict);
            else
                scheduler.LoadStateDict(dict);
        }
    }

    public override void VisitFunctions(string name, int count)
    {
    }

    private static List<object?> List(string name, object? found)
        => found as List<object?> ?? throw new ArgumentException($"The state '{name}' is {TorchDict.TypeName(found)}: expected a list.");

    private void Set<T>(ref T value, T found)
    {
        if (!isCheck)
            value = found;
    }
}

/// <summary>A schedule's state as a dict.</summary>
internal static class SchedulerState
{
    /// <summary>The values that <paramref name="visit"/> names.</summary>
    public static TorchDict Write(Action<SchedulerVisitor> visit)
    {
        var state = new TorchDict();
        visit(new SchedulerWriter(state));
        return state;
    }

    /// <summary>Sets the values, all or none.</summary>
    /// <exception cref="ArgumentException">One does not fit.</exception>
    public static void Read(TorchDict state, Action<SchedulerVisitor> visit)
    {
        ArgumentNullException.ThrowIfNull(state);
        visit(new SchedulerReader(state, isCheck: true));
        visit(new SchedulerReader(state, isCheck: false));
    }
}
