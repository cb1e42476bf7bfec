using NnGen.CompilerServices;

namespace NnGen;

/// <summary>The gradients of a variadic input, as an op's Backward writes them.</summary>
public readonly ref struct GradientSpans
{
    private readonly GradientTargets _targets;
    private readonly int _first;
    private readonly ReadOnlySpan<GradientOperand> _operands;
    private readonly bool _isCompiled;

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

    /// <summary>The gradient of one.</summary>
    public Gradient this[int index] => _isCompiled ? _operands[index].ToGradient() : _targets[_first + index];
}
