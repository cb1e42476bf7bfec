using System.Runtime.InteropServices;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The tensors of a variadic input, as the methods of an op over any element type see them.</summary>
/// <typeparam name="T">The element type, float included.</typeparam>
public readonly ref struct TensorSpans<T>
    where T : unmanaged
{
    private readonly ReadOnlySpan<TensorBase> _tensors;
    private readonly ReadOnlySpan<Operand> _operands;
    private readonly ReadOnlySpan<T> _list;
    private readonly ReadOnlySpan<Slot> _parts;

    /// <summary>Tensors outside compiled code.</summary>
    /// <param name="tensors">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Tensor<T>> tensors) => _tensors = OpRuntime.Bases(tensors);

    /// <summary>Tensors outside compiled code, where <typeparamref name="T"/> is float.</summary>
    /// <param name="tensors">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Tensor> tensors) => _tensors = OpRuntime.Bases(tensors);

    /// <summary>Tensors inside a compiled pass.</summary>
    /// <param name="operands">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Operand> operands) => _operands = operands;

    /// <summary>Tensors of a list inside a compiled pass.</summary>
    /// <param name="list">The memory of the list.</param>
    /// <param name="parts">Where in it each tensor is.</param>
    public TensorSpans(ReadOnlySpan<T> list, ReadOnlySpan<Slot> parts)
    {
        _list = list;
        _parts = parts;
    }

    /// <summary>How many there are.</summary>
    public int Count => _tensors.Length + _operands.Length + _parts.Length;

    /// <summary>The elements of one.</summary>
    public ReadOnlySpan<T> this[int index]
        => !_tensors.IsEmpty ? Elements(_tensors[index])
            : !_parts.IsEmpty ? PassRuntime.Part(_list, _parts[index])
            : _operands[index].As<T>();

    private static ReadOnlySpan<T> Elements(TensorBase tensor)
        => tensor is Tensor<T> typed ? typed.AsSpan() : MemoryMarshal.Cast<float, T>(((Tensor)tensor).AsSpan());
}
