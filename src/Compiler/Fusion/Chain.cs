using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Fusion;

/// <summary>
/// Pointwise ops composed into one function of up to three inputs. Chains with the same ops and the same wiring are equal, so
/// that one struct serves them all; hyperparameters are its fields.
/// </summary>
/// <param name="Inputs">Number of inputs.</param>
/// <param name="Constant">For each input, whether no gradient can be wanted of it: nothing is computed or kept for it.</param>
/// <param name="Links">The ops in order; the last one gives the result.</param>
internal sealed record Chain(int Inputs, EquatableArray<bool> Constant, EquatableArray<ChainLink> Links)
{
    /// <summary>The largest number of inputs that the runtime's loops take.</summary>
    public const int MaxInputs = 3;

    /// <summary>Names of the inputs, one letter each, as <c>IPointwise3</c> calls them.</summary>
    public const string InputNames = "abc";

    public const string ResultName = "y";

    private ChainBackward? _backward;

    /// <summary>The derivative.</summary>
    public ChainBackward Backward => _backward ??= ChainBackward.Of(this);

    /// <summary>Whether an op stands alone and its own derivative is what is needed: no struct has to be written for it.</summary>
    public bool IsSingleOp
        => Links.Count == 1
            && Links[0].Operands.SequenceEqual(Enumerable.Range(0, Inputs))
            && Constant.Zip(Links[0].Op.Inputs, (constant, input) => !constant || Links[0].Op.Derivatives.All(d => d.Input != input.Name)).All(same => same);

    public bool Equals(Chain? other)
        => other is not null && Inputs == other.Inputs && Constant.Equals(other.Constant) && Links.Equals(other.Links);

    public override int GetHashCode() => unchecked((Inputs * 31) + Links.GetHashCode());
}

/// <param name="Op">The op.</param>
/// <param name="Operands">What it is applied to, in the order of its inputs: an input of the chain, or past those the result of an earlier link.</param>
internal sealed record ChainLink(OpModel Op, EquatableArray<int> Operands)
{
    /// <summary>The derivative for an input, or null.</summary>
    public OpDerivative? DerivativeFor(int input) => Op.Derivatives.FirstOrDefault(derivative => derivative.Input == Op.Inputs[input].Name);
}

/// <summary>One derivative evaluated in a chain's backward.</summary>
/// <param name="Link">The link.</param>
/// <param name="Input">Which of its inputs the derivative is for.</param>
/// <param name="Derivative">The method and what it reads.</param>
/// <param name="IsFirst">Whether it is the first to contribute to that operand's gradient.</param>
internal sealed record ChainTerm(int Link, int Input, OpDerivative Derivative, bool IsFirst);

/// <summary>
/// The derivative of a chain: the terms in order, the links computed again in registers, and what is loaded. An intermediate
/// is never stored: it is computed again from the inputs, and the final result is read where a derivative allows it.
/// </summary>
internal sealed class ChainBackward
{
    private readonly bool[] _reads;
    private readonly bool[] _differentiates;

    private ChainBackward(IReadOnlyList<ChainTerm> terms, IReadOnlyList<int> recomputed, bool[] reads, bool[] differentiates, bool readsResult)
    {
        Terms = terms;
        Recomputed = recomputed;
        _reads = reads;
        _differentiates = differentiates;
        ReadsResult = readsResult;
    }

    /// <summary>Derivatives to evaluate, last link first.</summary>
    public IReadOnlyList<ChainTerm> Terms { get; }

    /// <summary>Links whose result is computed again, first link first.</summary>
    public IReadOnlyList<int> Recomputed { get; }

    /// <summary>Whether the final result is loaded.</summary>
    public bool ReadsResult { get; }

    /// <summary>Whether the input is loaded.</summary>
    public bool Reads(int input) => _reads[input];

    /// <summary>Whether a gradient flows to the input.</summary>
    public bool Differentiates(int input) => _differentiates[input];

    public static ChainBackward Of(Chain chain)
    {
        var count = chain.Inputs + chain.Links.Count;
        var carries = Carrying(chain, count);
        var terms = Differentiate(chain, carries, count);

        var needed = new bool[count];
        var readsResult = false;
        foreach (var term in terms)
        {
            foreach (var parameter in term.Derivative.Reads)
                Need(term, parameter);
        }

        var recomputed = new List<int>();
        for (var link = chain.Links.Count - 1; link >= 0; link--)
        {
            if (!needed[chain.Inputs + link])
                continue;
            recomputed.Insert(0, link);
            foreach (var operand in chain.Links[link].Operands)
                needed[operand] = true;
        }

        var differentiates = new bool[chain.Inputs];
        foreach (var term in terms)
        {
            var operand = chain.Links[term.Link].Operands[term.Input];
            if (operand < chain.Inputs)
                differentiates[operand] = true;
        }

        return new ChainBackward(terms, recomputed, needed.Take(chain.Inputs).ToArray(), differentiates, readsResult);

        void Need(ChainTerm term, OpParameter parameter)
        {
            var link = chain.Links[term.Link];
            if (parameter.Role == OpParameterRole.Input)
                needed[link.Operands[IndexOf(link.Op, parameter.Target)]] = true;
            else if (parameter.Role == OpParameterRole.Output && term.Link == chain.Links.Count - 1)
                readsResult = true;
            else if (parameter.Role == OpParameterRole.Output)
                needed[chain.Inputs + term.Link] = true;
        }
    }

    /// <summary>Index of an op's input by the contract's name.</summary>
    public static int IndexOf(OpModel op, string input)
    {
        for (var i = 0; i < op.Inputs.Count; i++)
        {
            if (op.Inputs[i].Name == input)
                return i;
        }

        throw new KeyNotFoundException($"{op.Name} has no input '{input}'.");
    }

    private static bool[] Carrying(Chain chain, int count)
    {
        var carries = new bool[count];
        for (var i = 0; i < chain.Inputs; i++)
            carries[i] = !chain.Constant[i];
        for (var link = 0; link < chain.Links.Count; link++)
        {
            var current = chain.Links[link];
            carries[chain.Inputs + link] = Enumerable.Range(0, current.Operands.Count)
                .Any(input => carries[current.Operands[input]] && current.DerivativeFor(input) is not null);
        }

        return carries;
    }

    private static List<ChainTerm> Differentiate(Chain chain, bool[] carries, int count)
    {
        var terms = new List<ChainTerm>();
        var reached = new bool[count];
        reached[count - 1] = true;
        for (var link = chain.Links.Count - 1; link >= 0; link--)
        {
            if (!reached[chain.Inputs + link])
                continue;
            var current = chain.Links[link];
            for (var input = 0; input < current.Operands.Count; input++)
            {
                var operand = current.Operands[input];
                if (!carries[operand] || current.DerivativeFor(input) is not { } derivative)
                    continue;
                terms.Add(new ChainTerm(link, input, derivative, IsFirst: !reached[operand]));
                reached[operand] = true;
            }
        }

        return terms;
    }
}
