using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Fusion;

/// <summary>A chain while it grows upwards from its last op, still in terms of values.</summary>
internal sealed class ChainBuilder
{
    private readonly List<(OpIr Call, OpModel Op)> _links;

    public ChainBuilder(OpIr call, OpModel op) => _links = [(call, op)];

    /// <summary>The statements in the chain.</summary>
    public IReadOnlyCollection<StatementIr> Statements => _links.Select(link => (StatementIr)link.Call).ToList();

    /// <summary>The value that the chain gives.</summary>
    public int Result => _links[_links.Count - 1].Call.Results[0];

    /// <summary>Values it reads from outside, in the order of their first use.</summary>
    public IEnumerable<int> Inputs => InputsOf(_links);

    /// <summary>How many values it would read with the links of <paramref name="producer"/> in front.</summary>
    public int InputsWith(PointwiseStep producer) => InputsOf(LinksOf(producer).Concat(_links)).Count();

    public void Absorb(PointwiseStep producer) => _links.InsertRange(0, LinksOf(producer));

    /// <param name="isConstant">Whether no gradient of a value can be wanted.</param>
    public PointwiseStep Build(Func<int, bool> isConstant)
    {
        var inputs = Inputs.ToList();
        var position = new Dictionary<int, int>();
        foreach (var input in inputs)
            position.Add(input, position.Count);
        var links = new List<ChainLink>();
        foreach (var (call, op) in _links)
        {
            links.Add(new ChainLink(op, op.Inputs.Select(input => position[Operand(call, input.Name)]).ToEquatableArray()));
            position.Add(call.Results[0], position.Count);
        }

        var chain = new Chain(inputs.Count, inputs.Select(isConstant).ToEquatableArray(), links.ToEquatableArray());
        return new PointwiseStep(
            _links.Select(link => (StatementIr)link.Call).ToEquatableArray(),
            inputs.Select((value, index) => new TensorArgument(Chain.InputNames[index].ToString(), value)).ToEquatableArray(),
            EquatableArray.Create(new TensorArgument(Chain.ResultName, Result)),
            chain);
    }

    private static IEnumerable<(OpIr Call, OpModel Op)> LinksOf(PointwiseStep step)
        => step.Sources.Zip(step.Chain.Links, (source, link) => ((OpIr)source, link.Op));

    private static IEnumerable<int> InputsOf(IEnumerable<(OpIr Call, OpModel Op)> links)
    {
        var list = links.ToList();
        var inside = new HashSet<int>(list.Select(link => link.Call.Results[0]));
        return list.SelectMany(link => link.Op.Inputs.Select(input => Operand(link.Call, input.Name))).Where(value => !inside.Contains(value)).Distinct();
    }

    private static int Operand(OpIr call, string input) => call.Tensors.First(tensor => tensor.Name == input).Value;
}
