using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NnGen.CompilerServices;

/// <summary>
/// What a method takes besides tensors: a number, a flag, an enum, a size, or null. Plans are kept for its bits. Generated code alone
/// uses it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScalarArgument : IEquatable<ScalarArgument>
{
    private readonly (long Low, long High) _bits;
    private readonly bool _isPresent;

    private ScalarArgument((long Low, long High) bits) => (_bits, _isPresent) = (bits, true);

    /// <summary>A value.</summary>
    /// <exception cref="NotSupportedException">It has more than 16 bytes.</exception>
    public static ScalarArgument Of<T>(T value)
        where T : unmanaged
    {
        if (Unsafe.SizeOf<T>() > Unsafe.SizeOf<(long, long)>())
            throw new NotSupportedException($"{typeof(T).Name} is too large for an argument that plans are kept for.");
        var bits = (0L, 0L);
        Unsafe.WriteUnaligned(ref Unsafe.As<(long, long), byte>(ref bits), value);
        return new ScalarArgument(bits);
    }

    /// <summary>A value that may be null.</summary>
    public static ScalarArgument Of<T>(T? value)
        where T : unmanaged
        => value is { } present ? Of(present) : default;

    /// <summary>The value.</summary>
    public T As<T>()
        where T : unmanaged
    {
        var bits = _bits;
        return Unsafe.ReadUnaligned<T>(ref Unsafe.As<(long, long), byte>(ref bits));
    }

    /// <summary>The value, or null.</summary>
    public T? AsNullable<T>()
        where T : unmanaged
        => _isPresent ? As<T>() : null;

    /// <inheritdoc/>
    public bool Equals(ScalarArgument other) => _isPresent == other._isPresent && _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScalarArgument other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_bits, _isPresent);
}
