using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The tensors of a variadic input, as an op's methods see them.</summary>
public readonly ref struct TensorSpans
{
    private readonly ReadOnlySpan<Tensor> _tensors;
    private readonly ReadOnlySpan<Operand> _operands;
    private readonly ReadOnlySpan<float> _list;
    private readonly ReadOnlySpan<Slot> _parts;

    /// <summary>Tensors outside compiled code.</summary>
    /// <param name="tensors">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Tensor> tensors) => _tensors = tensors;

    /// <summary>Tensors inside a compiled pass.</summary>
    /// <param name="operands">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Operand> operands) => _operands = operands;

    /// <summary>Tensors of a list inside a compiled pass.</summary>
    /// <param name="list">The memory of the list.</param>
    /// <param name="parts">Where in it each tensor is.</param>
    public TensorSpans(ReadOnlySpan<float> list, ReadOnlySpan<Slot> parts)
    {
        _list = list;
        _parts = parts;
    }

    /// <summary>How many there are.</summary>
    public int Count => _tensors.Length + _operands.Length + _parts.Length;

    /// <summary>The elements of one.</summary>
    public ReadOnlySpan<float> this[int index]
        => !_tensors.IsEmpty ? _tensors[index].AsSpan()
            : !_parts.IsEmpty ? PassRuntime.Part(_list, _parts[index])
            : _operands[index].As<float>();
}
