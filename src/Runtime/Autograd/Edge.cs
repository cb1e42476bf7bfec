using NnGen.CompilerServices;

namespace NnGen;

/// <summary>Where the gradient of a node's input goes: to the node that computed the input, or to a leaf. Default: nowhere.</summary>
/// <param name="Producer">The node that computed the input.</param>
/// <param name="Result">Which of its results the input is.</param>
/// <param name="Leaf">The input itself where no node computed it.</param>
internal readonly record struct Edge(Node? Producer, int Result, Tensor? Leaf)
{
    /// <summary>The shape of the gradient.</summary>
    public Shape Shape => Leaf?.Shape ?? Producer!.ResultShapes[Result];

    /// <summary>The edge of an input, where it carries a gradient.</summary>
    public static Edge Of(Tensor? input) => input switch
    {
        { GradFn: { } producer } => new Edge(producer, input.ResultIndex, null),
        { RequiresGrad: true } => new Edge(null, 0, input),
        _ => default,
    };
}
