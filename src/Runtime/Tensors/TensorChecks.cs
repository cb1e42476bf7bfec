namespace NnGen;

/// <summary>What the factories of <see cref="Tensor"/> and <see cref="Tensor{T}"/> share.</summary>
internal static class TensorChecks
{
    /// <summary>The shape, after a check that <paramref name="length"/> elements fill it.</summary>
    public static Shape Checked(int length, Shape shape) => shape.Count == length
        ? shape
        : throw new ArgumentException(
            $"shape '{shape}' is invalid for input of size {length}: it has {shape.Count} elements.", nameof(shape));

    /// <summary>The error of reading one value from a tensor that holds more or none.</summary>
    public static InvalidOperationException NotOneElement(Shape shape) => new(
        $"a Tensor with {shape.Count} elements cannot be converted to Scalar: Item() reads tensors of one element, "
        + $"and this one is {shape}.");

    /// <summary>How many values start, start + step, ... lie before the end.</summary>
    public static int ArangeLength(double start, double end, double step)
    {
        if (step == 0 || !double.IsFinite(step))
            throw new ArgumentException("step must be nonzero", nameof(step));
        if (!double.IsFinite(start) || !double.IsFinite(end))
            throw new ArgumentException($"unsupported range: {start} -> {end}", nameof(end));
        if (step > 0 ? start > end : start < end)
        {
            throw new ArgumentException(
                $"upper bound and larger bound inconsistent with step sign: {start} -> {end} by {step}", nameof(step));
        }

        return checked((int)Math.Ceiling((end - start) / step));
    }
}
