namespace NnGen;

/// <summary>Takes the parts of a tensor apart: <c>var (q, k, v) = x.Chunk(3, dim: -1)</c>.</summary>
public static class TensorDeconstruction
{
    /// <summary>Two parts.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Deconstruct(this Tensor[] parts, out Tensor part0, out Tensor part1)
    {
        Check(parts, 2);
        (part0, part1) = (parts[0], parts[1]);
    }

    /// <summary>Three parts.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Deconstruct(this Tensor[] parts, out Tensor part0, out Tensor part1, out Tensor part2)
    {
        Check(parts, 3);
        (part0, part1, part2) = (parts[0], parts[1], parts[2]);
    }

    /// <summary>Four parts.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Deconstruct(this Tensor[] parts, out Tensor part0, out Tensor part1, out Tensor part2, out Tensor part3)
    {
        Check(parts, 4);
        (part0, part1, part2, part3) = (parts[0], parts[1], parts[2], parts[3]);
    }

    /// <summary>Six parts.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static void Deconstruct(
        this Tensor[] parts, out Tensor part0, out Tensor part1, out Tensor part2, out Tensor part3, out Tensor part4, out Tensor part5)
    {
        Check(parts, 6);
        (part0, part1, part2, part3, part4, part5) = (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }

    private static void Check(Tensor[] parts, int count)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Length != count)
            throw new ArgumentException($"{(parts.Length > count ? "too many" : "not enough")} values to unpack (expected {count}): there are {parts.Length}.", nameof(parts));
    }
}
