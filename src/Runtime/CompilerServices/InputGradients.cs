namespace NnGen.CompilerServices;

/// <summary>Where a pass writes the gradients of its inputs: as the graph says, or straight into the leaves.</summary>
internal readonly ref struct InputGradients
{
    private readonly GradientTargets _targets;
    private readonly ReadOnlySpan<TensorBase?> _leaves;
    private readonly ReadOnlySpan<bool> _isParameter;
    private readonly bool _isGraph;

    /// <summary>The inputs of a node.</summary>
    /// <param name="targets">The graph's targets.</param>
    /// <param name="isParameter">Which inputs are parameters.</param>
    public InputGradients(GradientTargets targets, ReadOnlySpan<bool> isParameter)
    {
        _targets = targets;
        _isParameter = isParameter;
        _isGraph = true;
    }

    /// <summary>Inputs that no recorded op computed.</summary>
    public InputGradients(ReadOnlySpan<TensorBase?> leaves) => _leaves = leaves;

    /// <summary>The gradient of one input.</summary>
    public Gradient this[int input]
    {
        get
        {
            if (!_isGraph)
                return _leaves[input] is Tensor leaf ? leaf.LeafGradient() : default;

            var gradient = _targets[input];
            if (!_isParameter[input] || !gradient.IsWanted || gradient.Accumulate)
                return gradient;

            // The pass may read the same parameter as a member, whose gradient it then adds before this one is written.
            gradient.Span.Clear();
            return gradient.Next;
        }
    }
}
