using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The tensors of a variadic input, as an op's methods see them.</summary>
public readonly ref struct TensorSpans
{
    private readonly ReadOnlySpan<Tensor> _tensors;
    private readonly ReadOnlySpan<Operand> _operands;

    /// <summary>Tensors outside compiled code.</summary>
    /// <param name="tensors">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Tensor> tensors) => _tensors = tensors;

    /// <summary>Tensors inside a compiled pass.</summary>
    /// <param name="operands">The tensors.</param>
    public TensorSpans(ReadOnlySpan<Operand> operands) => _operands = operands;

    /// <summary>How many there are.</summary>
    public int Count => _tensors.IsEmpty ? _operands.Length : _tensors.Length;

    /// <summary>The elements of one.</summary>
    public ReadOnlySpan<float> this[int index] => _tensors.IsEmpty ? _operands[index].As<float>() : _tensors[index].AsSpan();
}
