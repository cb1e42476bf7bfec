namespace NnGen.Optim;

/// <summary>A number for all parameter groups, or one for each.</summary>
public readonly struct PerGroup
{
    private readonly double[] _values;

    private PerGroup(double[] values) => _values = values;

    /// <summary>The same number for all.</summary>
    public static implicit operator PerGroup(double value) => new([value]);

    /// <summary>A number for each.</summary>
    public static implicit operator PerGroup(double[] values) => new(values);

    /// <summary>The same number for all.</summary>
    public static PerGroup FromDouble(double value) => value;

    /// <summary>A number for each.</summary>
    public static PerGroup FromArray(double[] values) => values;

    /// <summary>The numbers of an optimizer's groups.</summary>
    /// <exception cref="ArgumentException">There are more or fewer numbers than groups.</exception>
    internal double[] Of(Optimizer optimizer, string name)
    {
        int count = optimizer.ParamGroups.Count;
        if (_values is [var value])
            return [.. Enumerable.Repeat(value, count)];
        return _values?.Length == count
            ? _values
            : throw new ArgumentException($"expected {count} values for {name}, got {_values?.Length ?? 0}", name);
    }
}
