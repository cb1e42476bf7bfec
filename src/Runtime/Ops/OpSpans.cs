using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>What ops ask of the spans they are given.</summary>
public static class OpSpans
{
    /// <summary>Whether an optional tensor was not given: a null reference, not a length of 0.</summary>
    public static bool IsAbsent<T>(this ReadOnlySpan<T> span) => Unsafe.IsNullRef(ref MemoryMarshal.GetReference(span));

    /// <summary>Refuses a span that is shorter or longer than the dims say: a mistake is an exception, never memory corruption.</summary>
    /// <param name="span">The elements.</param>
    /// <param name="count">How many there must be.</param>
    /// <param name="name">What it is, for the message.</param>
    /// <exception cref="ArgumentException">The length differs.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check<T>(this ReadOnlySpan<T> span, int count, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != count)
            ThrowLength(span.Length, count, name);
    }

    /// <inheritdoc cref="Check{T}(ReadOnlySpan{T}, int, string)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check<T>(this Span<T> span, int count, [CallerArgumentExpression(nameof(span))] string name = "")
    {
        if (span.Length != count)
            ThrowLength(span.Length, count, name);
    }

    private static void ThrowLength(int length, int count, string name)
        => throw new ArgumentException($"'{name}' has {length} elements, the dims say {count}.", name);
}
