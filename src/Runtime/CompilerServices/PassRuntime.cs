using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NnGen.CompilerServices;

/// <summary>What generated passes need besides ops. Generated code alone uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PassRuntime
{
    /// <summary>Room that any scalar kept in a frame fits in.</summary>
    public const int ScalarBytes = 16;

    /// <summary>The gradient of a parameter that may be absent.</summary>
    public static Gradient Gradient(Parameter? parameter) => parameter is null ? default : parameter.Gradient;

    /// <summary>Whether a parameter is there and wants a gradient.</summary>
    public static bool IsWanted(Parameter? parameter) => parameter is { RequiresGrad: true };

    /// <summary>The elements of an op's state; an evaluation does not write them, so it leaves their version alone.</summary>
    public static Span<float> State(Tensor? tensor, bool isEvaluation)
        => isEvaluation && tensor is not null ? tensor.Storage.Span : OpRuntime.State(tensor);

    /// <inheritdoc cref="State(Tensor, bool)"/>
    public static Span<T> State<T>(Tensor<T>? tensor, bool isEvaluation)
        where T : unmanaged
        => isEvaluation && tensor is not null ? tensor.Storage.Span : OpRuntime.State(tensor);

    /// <summary>A buffer or parameter takes the elements of a value. An evaluation writes nothing.</summary>
    public static void Store(Tensor target, ReadOnlySpan<float> values, bool isEvaluation)
    {
        if (!isEvaluation)
            values.CopyTo(target.BorrowWritable());
    }

    /// <inheritdoc cref="Store(Tensor, ReadOnlySpan{float}, bool)"/>
    public static void Store<T>(Tensor<T> target, ReadOnlySpan<T> values, bool isEvaluation)
        where T : unmanaged
    {
        if (!isEvaluation)
            values.CopyTo(target.AsWritableSpan());
    }

    /// <summary>The element of a tensor that has one.</summary>
    /// <exception cref="InvalidOperationException">It has another number of elements.</exception>
    public static T Item<T>(ReadOnlySpan<T> tensor) => tensor.Length == 1 ? tensor[0] : throw TensorChecks.NotOneElement([tensor.Length]);

    /// <inheritdoc cref="Item{T}(ReadOnlySpan{T})"/>
    public static T Item<T>(Span<T> tensor) => Item((ReadOnlySpan<T>)tensor);

    /// <summary>A tensor of a list.</summary>
    public static Span<T> Part<T>(Span<T> list, Slot part)
        where T : unmanaged
        => list.Slice(part.Offset / Unsafe.SizeOf<T>(), part.Length);

    /// <inheritdoc cref="Part{T}(Span{T}, Slot)"/>
    public static ReadOnlySpan<T> Part<T>(ReadOnlySpan<T> list, Slot part)
        where T : unmanaged
        => list.Slice(part.Offset / Unsafe.SizeOf<T>(), part.Length);

    /// <summary>The gradient of a tensor of a list.</summary>
    public static Gradient Part(Gradient list, Slot part)
        => list.IsWanted ? new Gradient(Part(list.Span, part), list.Accumulate) : default;

    /// <summary>A gradient that nothing reaches: zero, where it is wanted and not yet written.</summary>
    public static void Zero(Gradient gradient)
    {
        if (gradient.IsWanted && !gradient.Accumulate)
            gradient.Span.Clear();
    }
}
