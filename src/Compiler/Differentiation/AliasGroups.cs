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
    private readonly int[] _part;
    private readonly FusedMethod _method;

    private AliasGroups(FusedMethod method)
    {
        _root = Enumerable.Range(0, method.Values.Count).ToArray();
        _part = Enumerable.Repeat(-1, method.Values.Count).ToArray();
        _method = method;
        Visit(method.Body);
    }

    public static AliasGroups Of(FusedMethod method) => new(method);

    /// <summary>The value that owns the memory.</summary>
    public int Root(int value) => _root[value];

    /// <summary>Whether a value is a list, whose memory holds many tensors.</summary>
    public bool IsList(int root) => _method.Values[root].IsList;

    /// <summary>The tensor of a list that a value is, or a view of it; -1 where it is none.</summary>
    public int Part(int value) => _part[value];

    private void Visit(FusedBlock block)
    {
        foreach (var step in block.Steps.Where(step => step.IsView))
        {
            var (source, view) = (step.Inputs[0].Value, step.Results[0].Value);
            _root[view] = _root[source];
            _part[view] = step is ListStep ? view : _part[source];
        }
    }
}
