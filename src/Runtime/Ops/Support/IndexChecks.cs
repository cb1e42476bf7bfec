namespace NnGen.Kernels;

/// <summary>Indices along a dim, as ops check them.</summary>
internal static class IndexChecks
{
    /// <summary>The index, which must not be negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public static int Check(long index, int size, int dim)
        => index >= 0 && index < size ? (int)index : throw OutOfRange(index, size, dim);

    /// <summary>The index counted from the front, which may be given as counted from the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of range.</exception>
    public static int FromEnd(long index, int size, int dim)
        => index >= -size && index < size ? (int)(index < 0 ? index + size : index) : throw OutOfRange(index, size, dim);

    private static ArgumentOutOfRangeException OutOfRange(long index, int size, int dim)
        => new(nameof(index), $"index {index} is out of bounds for dimension {dim} with size {size}");
}
