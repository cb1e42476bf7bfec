using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>Where a node writes the gradients of its inputs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct GradientTargets
{
    private readonly BackwardPass _pass;

    internal GradientTargets(BackwardPass pass) => _pass = pass;

    /// <summary>
    /// The gradient of one input. Whoever asks for it and finds it wanted must write it before the node's backward ends.
    /// </summary>
    public Gradient this[int input] => _pass.Target(input);

    /// <summary>Whether the gradient of one input is wanted, for a node that decides first what to compute.</summary>
    public bool IsWanted(int input) => _pass.IsWanted(input);
}
