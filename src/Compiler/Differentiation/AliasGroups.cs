using System.Linq;
using NnGen.Compiler.Fusion;

namespace NnGen.Compiler.Differentiation;

/// <summary>
/// Values that share memory because one is a view of the other. They share one gradient as well, so a view needs no
/// backward step. Each group is named by the value that all its views come from.
/// </summary>
internal sealed class AliasGroups
{
    private readonly int[] _root;

    private AliasGroups(FusedMethod method)
    {
        _root = Enumerable.Range(0, method.Values.Count).ToArray();
        Visit(method.Body);
    }

    public static AliasGroups Of(FusedMethod method) => new(method);

    /// <summary>The value that owns the memory.</summary>
    public int Root(int value) => _root[value];

    private void Visit(FusedBlock block)
    {
        foreach (var step in block.Steps.Where(step => step.IsView))
            _root[step.Results[0].Value] = _root[step.Inputs[0].Value];
    }
}
