namespace NnGen.Kernels;

/// <summary>Class indices as targets of a loss over an axis of classes, with the weights of the classes.</summary>
internal readonly ref struct ClassTargets
{
    private readonly ReadOnlySpan<long> _target;
    private readonly ReadOnlySpan<float> _weight;
    private readonly long _ignoreIndex;
    private readonly Axis _axis;

    /// <param name="target">A class for each line along the axis.</param>
    /// <param name="weight">A weight for each class; absent: all 1.</param>
    /// <param name="ignoreIndex">The target that does not count.</param>
    /// <param name="axis">The axis of classes.</param>
    public ClassTargets(ReadOnlySpan<long> target, ReadOnlySpan<float> weight, long ignoreIndex, Axis axis)
    {
        target.Check(axis.Lines);
        if (!weight.IsAbsent())
            weight.Check(axis.Size);
        _target = target;
        _weight = weight;
        _ignoreIndex = ignoreIndex;
        _axis = axis;
    }

    /// <summary>The axis of classes.</summary>
    public Axis Axis => _axis;

    /// <summary>Refuses targets that are no class, before anything is computed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A target is negative or too large, and not the one to ignore.</exception>
    public void Validate()
    {
        foreach (var target in _target)
        {
            if (target != _ignoreIndex && (target < 0 || target >= _axis.Size))
                ThrowOutOfBounds(target, _axis.Size);
        }
    }

    /// <summary>Refuses a smoothing of labels that is no share.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 0 and 1.</exception>
    public static void ValidateSmoothing(double labelSmoothing)
    {
        if (labelSmoothing is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(labelSmoothing), $"label_smoothing must be between 0.0 and 1.0. Got: {labelSmoothing}");
    }

    /// <summary>Whether a line counts.</summary>
    public bool Counts(int line) => _target[line] != _ignoreIndex;

    /// <summary>Index of the element of a line that its target names.</summary>
    public int Element(int line) => _axis.Start(line) + ((int)_target[line] * _axis.Inner);

    /// <summary>Weight of the target of a line that counts.</summary>
    public float Weight(int line) => ClassWeight((int)_target[line]);

    /// <summary>Weight of a class.</summary>
    public float ClassWeight(int index) => _weight.IsAbsent() ? 1 : _weight[index];

    /// <summary>What the mean over all lines divides by: the sum of the weights of their targets.</summary>
    public float TotalWeight()
    {
        var total = 0.0;
        for (var line = 0; line < _target.Length; line++)
            total += Counts(line) ? Weight(line) : 0;
        return (float)total;
    }

    /// <summary>The sum of the weights of all classes.</summary>
    public double SumOfClassWeights()
    {
        if (_weight.IsAbsent())
            return _axis.Size;
        return DimSums.Sum(_weight);
    }

    private static void ThrowOutOfBounds(long target, int classes)
        => throw new ArgumentOutOfRangeException(
            nameof(target), $"Target {target} is out of bounds: there are {classes} classes, 0 to {classes - 1}.");
}
