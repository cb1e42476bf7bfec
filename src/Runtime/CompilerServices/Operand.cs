using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NnGen.CompilerServices;

/// <summary>A tensor as a pass sees it: pinned memory and a length. Null pointer: absent. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Operand(void* pointer, int length)
{
    private readonly void* _pointer = pointer;

    /// <summary>Number of elements.</summary>
    public int Length { get; } = length;

    /// <summary>Whether an optional tensor was not given.</summary>
    public bool IsAbsent => _pointer == null;

    /// <summary>The memory; the default span where absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> As<T>()
        where T : unmanaged
        => new(_pointer, Length);
}

/// <summary>A <see cref="Gradient"/> that can be kept in arrays. Default: unwanted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GradientOperand(float* pointer, int length, bool accumulate)
{
    private readonly float* _pointer = pointer;

    /// <summary>Whether anybody needs it.</summary>
    public bool IsWanted => _pointer != null;

    /// <summary>The gradient for an op.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Gradient ToGradient() => _pointer == null ? default : new Gradient(new Span<float>(_pointer, length), accumulate);
}
