using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Differentiation;

/// <summary>A gradient that one backward step writes.</summary>
/// <param name="Input">The callee's name of the input.</param>
/// <param name="Root">The value whose gradient it is.</param>
/// <param name="IsFirst">Whether nothing was written before in this pass: it overwrites, else it adds.</param>
internal sealed record GradientWrite(string Input, int Root, bool IsFirst);

/// <summary>A gradient that one backward step reads.</summary>
/// <param name="Result">The callee's name of the result.</param>
/// <param name="Root">The value whose gradient it is.</param>
internal sealed record GradientRead(string Result, int Root);

/// <summary>The backward of one forward step.</summary>
/// <param name="Step">The forward step.</param>
/// <param name="Reads">Gradients of its results; those that nothing reached are left out.</param>
/// <param name="Writes">Gradients of its inputs; those that nobody can want are left out.</param>
/// <param name="Zeroed">
/// Values whose gradient is cleared before: those that it reads though nothing reached them, since a child is given zeros, and
/// those that it gets as several inputs, since it may write their gradients in any order.
/// </param>
internal sealed record BackwardStep(Step Step, EquatableArray<GradientRead> Reads, EquatableArray<GradientWrite> Writes, EquatableArray<int> Zeroed);

/// <summary>The gradient of a result where it enters the pass.</summary>
/// <param name="Result">Index of the result.</param>
/// <param name="Root">The value that it is the gradient of.</param>
/// <param name="IsFirst">Whether it is the first result that enters there.</param>
internal sealed record GradientSeed(int Result, int Root, bool IsFirst);

/// <summary>
/// The reverse pass over a fused method. Each gradient belongs to an alias group; the first write to it overwrites and later
/// ones add, which is known here, so that nothing is ever zeroed. Steps that no gradient reaches have no backward.
/// </summary>
/// <param name="Seeds">Where the gradients of the results enter, in order.</param>
/// <param name="Steps">Backward steps in the order in which they run.</param>
/// <param name="Unreached">Float inputs that no gradient reaches: theirs is zero.</param>
/// <param name="Saved">Values that Backward reads, as they are named in the steps.</param>
internal sealed record ReversePass(
    EquatableArray<GradientSeed> Seeds,
    EquatableArray<BackwardStep> Steps,
    EquatableArray<int> Unreached,
    EquatableArray<int> Saved)
{
    /// <summary>Whether a gradient of a value, named by its alias group, is written.</summary>
    public bool Reaches(int root) => Seeds.Any(seed => seed.Root == root) || Steps.Any(step => step.Writes.Any(write => write.Root == root));

    /// <param name="method">The fused method.</param>
    /// <param name="flow">Which values of the method carry gradients.</param>
    /// <param name="groups">Which values share memory.</param>
    public static ReversePass Of(FusedMethod method, GradientFlow flow, AliasGroups groups)
    {
        var reached = new HashSet<int>();

        // The gradient of a list is the caller's, who has begun it.
        reached.UnionWith(method.Method.Inputs.Select(input => input.Value).Where(value => groups.IsList(value) && flow.Carries(value)));
        var seeds = new List<GradientSeed>();
        for (var i = 0; i < method.Method.Results.Count; i++)
        {
            var value = method.Method.Results[i].Value;
            if (flow.Carries(value))
                seeds.Add(new GradientSeed(i, groups.Root(value), reached.Add(groups.Root(value))));
        }

        var steps = new List<BackwardStep>();
        var saved = new SortedSet<int>();
        Reverse(method.Body, flow, groups, reached, steps, saved);

        var unreached = method.Method.Inputs.Where(input => input.Type == DType.Float32 && !reached.Contains(input.Value)).Select(input => input.Value);
        return new ReversePass(seeds.ToEquatableArray(), steps.ToEquatableArray(), unreached.ToEquatableArray(), saved.ToEquatableArray());
    }

    private static void Reverse(FusedBlock block, GradientFlow flow, AliasGroups groups, HashSet<int> reached, List<BackwardStep> steps, SortedSet<int> saved)
    {
        foreach (var step in block.Steps.Reverse())
        {
            if (step.IsView)
                continue;
            var results = step.Results.Where(result => step.TakesGradientOf(result.Name) && flow.Carries(result.Value)).ToList();
            var extended = step.Inputs.Where(input => step.Extends(input.Name) && groups.IsList(groups.Root(input.Value)) && reached.Contains(groups.Root(input.Value))).ToList();
            if (extended.Count == 0 && !results.Any(result => reached.Contains(groups.Root(result.Value))))
                continue;

            // An op takes an absent gradient for a result that nothing reached, a child, a loop or a branch zeros.
            var zeroed = step is CallStep or OutlinedStep ? results.Select(result => groups.Root(result.Value)).Where(reached.Add).ToList() : [];
            var reads = results
                .Where(result => reached.Contains(groups.Root(result.Value)))
                .Concat(extended)
                .Select(result => new GradientRead(result.Name, groups.Root(result.Value)))
                .ToEquatableArray();
            var writes = step.Inputs
                .Where(input => step.Differentiates(input.Name) && flow.Carries(input.Value))
                .Select(input => new GradientWrite(input.Name, groups.Root(input.Value), reached.Add(groups.Root(input.Value))))
                .ToList();
            if (step is ListStep && writes.Count == 0)
                continue;
            ClearRepeated(writes, zeroed, write => groups.IsList(write.Root) || (step is not PointwiseStep && writes.Count(other => other.Root == write.Root) > 1));
            steps.Add(new BackwardStep(step, reads, writes.ToEquatableArray(), zeroed.ToEquatableArray()));
            saved.UnionWith(step.Inputs.Concat(step.Results).Where(tensor => step.Saves(tensor.Name)).Select(tensor => tensor.Value));
        }
    }

    /// <summary>Clears first what several inputs write, in any order, and lists, of which each step writes a part.</summary>
    private static void ClearRepeated(List<GradientWrite> writes, List<int> zeroed, Func<GradientWrite, bool> isPart)
    {
        var repeated = writes.Where(write => write.IsFirst && isPart(write)).Select(write => write.Root).ToList();
        zeroed.AddRange(repeated);
        for (var i = 0; i < writes.Count; i++)
        {
            if (repeated.Contains(writes[i].Root))
                writes[i] = writes[i] with { IsFirst = false };
        }
    }
}
