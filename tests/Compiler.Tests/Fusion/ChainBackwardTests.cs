using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using static NnGen.Compiler.Tests.HandMadeIr;

namespace NnGen.Compiler.Tests.Fusion;

public class ChainBackwardTests
{
    [Fact]
    public void The_final_result_is_read_where_the_derivative_allows_it()
    {
        var backward = Chain(1, (Scale, [0]), (Exp, [1])).Backward;
        Assert.True(backward.ReadsResult);
        Assert.False(backward.Reads(0));
        Assert.Empty(backward.Recomputed);
    }

    [Fact]
    public void An_intermediate_is_computed_again_from_the_inputs()
    {
        var backward = Chain(1, (Exp, [0]), (Sin, [1])).Backward;
        Assert.True(backward.Reads(0));
        Assert.Equal([0], backward.Recomputed);
    }

    [Fact]
    public void A_square_contributes_twice_to_one_gradient()
    {
        var backward = Chain(1, (Mul, [0, 0])).Backward;
        Assert.Equal([(0, true), (1, false)], backward.Terms.Select(term => (term.Input, term.IsFirst)));
    }

    [Fact]
    public void Nothing_is_computed_or_kept_for_a_constant_input()
    {
        var chain = new Chain(2, EquatableArray.Create(false, true), EquatableArray.Create(new ChainLink(Mul, EquatableArray.Create(0, 1))));
        Assert.False(chain.Backward.Reads(0));
        Assert.True(chain.Backward.Reads(1));
        Assert.False(chain.Backward.Differentiates(1));
        Assert.False(chain.IsSingleOp);
    }

    [Fact]
    public void An_op_without_derivative_cuts_the_chain()
    {
        var backward = Chain(2, (Floor, [0]), (Mul, [2, 1])).Backward;
        Assert.False(backward.Differentiates(0));
        Assert.True(backward.Differentiates(1));
        Assert.True(backward.Reads(0));
        Assert.False(backward.Reads(1));
    }

    [Fact]
    public void An_op_alone_needs_no_struct() => Assert.True(Chain(2, (Mul, [0, 1])).IsSingleOp);

    private static Chain Chain(int inputs, params (OpModel Op, int[] Operands)[] links) => new(
        inputs,
        Enumerable.Repeat(false, inputs).ToEquatableArray(),
        links.Select(link => new ChainLink(link.Op, link.Operands.ToEquatableArray())).ToEquatableArray());
}
