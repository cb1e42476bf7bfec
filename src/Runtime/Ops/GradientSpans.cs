using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The gradients of a variadic input, as an op's Backward writes them.</summary>
public readonly ref struct GradientSpans
{
    private readonly GradientTargets _targets;
    private readonly int _first;
    private readonly ReadOnlySpan<GradientOperand> _operands;
    private readonly bool _isCompiled;
    private readonly Gradient _list;
    private readonly ReadOnlySpan<Slot> _parts;

    /// <summary>Gradients outside compiled code.</summary>
    /// <param name="targets">The gradients of all inputs of a node.</param>
    /// <param name="first">Index of the first tensor of the variadic input.</param>
    public GradientSpans(GradientTargets targets, int first)
    {
        _targets = targets;
        _first = first;
    }

    /// <summary>Gradients inside a compiled pass.</summary>
    /// <param name="operands">The gradients.</param>
    public GradientSpans(ReadOnlySpan<GradientOperand> operands)
    {
        _operands = operands;
        _isCompiled = true;
    }

    /// <summary>Gradients of tensors of a list inside a compiled pass.</summary>
    /// <param name="list">The gradient of the whole list.</param>
    /// <param name="parts">Where in it each tensor is.</param>
    public GradientSpans(Gradient list, ReadOnlySpan<Slot> parts)
    {
        _list = list;
        _parts = parts;
    }

    /// <summary>The gradient of one.</summary>
    public Gradient this[int index] => !_parts.IsEmpty ? PassRuntime.Part(_list, _parts[index]) : _isCompiled ? _operands[index].ToGradient() : _targets[_first + index];
}
