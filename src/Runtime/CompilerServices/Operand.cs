using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen.CompilerServices;

/// <summary>A tensor as a pass sees it: pinned memory and a length. Null pointer: absent. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct Operand(void* pointer, int length)
{
    private readonly void* _pointer = pointer;

    /// <summary>Number of elements.</summary>
    public int Length { get; } = length;

    /// <summary>An operand over memory that does not move: a frame, a parameter, an operand of the caller's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Operand Of<T>(ReadOnlySpan<T> memory)
        where T : unmanaged
        => new(Unsafe.AsPointer(ref MemoryMarshal.GetReference(memory)), memory.Length);

    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Operand Of<T>(Span<T> memory)
        where T : unmanaged
        => Of((ReadOnlySpan<T>)memory);

    /// <summary>Whether an optional tensor was not given.</summary>
    public bool IsAbsent => _pointer == null;

    /// <summary>The memory; the default span where absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> As<T>()
        where T : unmanaged
        => new(_pointer, Length);

    /// <summary>The memory as bytes.</summary>
    /// <param name="elementSize">Bytes of each element.</param>
    internal Span<byte> Bytes(int elementSize) => new(_pointer, Length * elementSize);
}

/// <summary>A <see cref="Gradient"/> that can be kept in arrays. Default: unwanted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe struct GradientOperand(float* pointer, int length, bool accumulate)
{
    private readonly float* _pointer = pointer;

    /// <summary>Whether anybody needs it.</summary>
    public bool IsWanted => _pointer != null;

    /// <summary>A gradient whose memory does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GradientOperand Of(Gradient gradient)
        => gradient.IsWanted
            ? new((float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(gradient.Span)), gradient.Span.Length, gradient.Accumulate)
            : default;

    /// <summary>The gradient for an op.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Gradient ToGradient() => _pointer == null ? default : new Gradient(new Span<float>(_pointer, length), accumulate);
}
