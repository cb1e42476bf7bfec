using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using static NnGen.Compiler.Tests.HandMadeIr;

namespace NnGen.Compiler.Tests.Fusion;

public class FuserTests
{
    [Fact]
    public void Relu_moves_into_the_registers_of_the_linear_layer()
    {
        var steps = Fuse(MnistForward());
        Assert.Equal(["view", "LinearOp.ForwardRelu", "LinearOp.ForwardRelu", "LinearOp.Forward"], steps.Select(Describe));
    }

    [Fact]
    public void A_linear_result_that_is_read_twice_is_stored()
    {
        var method = new MethodBuilder().Input("x");
        var linear = method.Op(Linear, "t", "t", "t", method.LinearTensors(0, "fc"));
        Assert.Equal(["LinearOp.Forward", "Relu,Add(a)"], Fuse(method.Return(method.Op(Add, method.Op(Relu, linear), linear))).Select(Describe));
    }

    [Fact]
    public void A_linear_result_that_is_returned_is_stored()
    {
        var method = new MethodBuilder().Input("x");
        var linear = method.Op(Linear, "t", "t", "t", method.LinearTensors(0, "fc"));
        Assert.Equal(["LinearOp.Forward", "Relu(a)"], Fuse(method.Return(method.Op(Relu, linear), linear)).Select(Describe));
    }

    [Fact]
    public void A_chain_becomes_one_step()
    {
        var method = new MethodBuilder().Input("x");
        Assert.Equal(["MulScalar,Sin,Exp(a)"], Fuse(method.Return(method.Op(Exp, method.Op(Sin, method.Op(Scale, 0))))).Select(Describe));
    }

    [Fact]
    public void A_value_read_twice_inside_a_chain_is_computed_once()
    {
        var method = new MethodBuilder().Input("x");
        var t = method.Op(Exp, 0);
        var step = Assert.IsType<PointwiseStep>(Assert.Single(Fuse(method.Return(method.Op(Mul, method.Op(Sin, t), method.Op(Relu, t))))));
        Assert.Equal(1, step.Chain.Inputs);
        Assert.Equal(4, step.Chain.Links.Count);
    }

    [Fact]
    public void A_chain_reads_at_most_three_values()
    {
        var method = new MethodBuilder().Input("p").Input("q").Input("r").Input("s");
        var sum = method.Op(Add, method.Op(Add, method.Op(Add, 0, 1), 2), 3);
        Assert.Equal(["Add,Add(a,b,c)", "Add(a,b)"], Fuse(method.Return(sum)).Select(Describe));
    }

    [Fact]
    public void A_value_that_is_returned_ends_a_chain()
    {
        var method = new MethodBuilder().Input("x");
        var t = method.Op(Sin, 0);
        Assert.Equal(["Sin(a)", "Exp(a)"], Fuse(method.Return(t, method.Op(Exp, t))).Select(Describe));
    }

    [Fact]
    public void Values_of_different_shapes_are_not_computed_in_one_loop()
    {
        var method = new MethodBuilder().Input("x").Input("row");
        var ir = method.Return(method.Op(Add, 0, method.Op(Exp, 1)));
        Assert.Equal(["Exp(a)", "Add(a,b)"], Fuse(ir, (_, _) => true).Select(Describe));
    }

    [Fact]
    public void Equal_chains_are_equal()
    {
        var method = new MethodBuilder().Input("x").Input("z");
        var a = method.Op(Exp, method.Op(Sin, 0));
        var b = method.Op(Exp, method.Op(Sin, 1));
        var steps = Fuse(method.Return(a, b)).Cast<PointwiseStep>().ToList();
        Assert.Equal(steps[0].Chain, steps[1].Chain);
    }

    [Fact]
    public void What_an_op_keeps_for_its_backward_becomes_a_value()
    {
        var method = new MethodBuilder().Input("x");
        var ir = method.Return(method.Op(LayerNorm, 0));
        var step = Assert.Single(Fuse(ir));
        Assert.Equal(["y", "mean"], step.Results.Select(result => result.Name));
        Assert.Equal(ir.Values.Count, step.Results[1].Value);
    }

    internal static string Describe(Step step) => step switch
    {
        ViewStep => "view",
        OpStep op => $"{op.Op.Name}.{op.ForwardMethod}",
        PointwiseStep chain => $"{string.Join(",", chain.Chain.Links.Select(link => link.Op.Name[..^2]))}({string.Join(",", chain.Inputs.Select(input => input.Name))})",
        _ => step.GetType().Name,
    };

    private static EquatableArray<Step> Fuse(MethodIr method, Func<int, int, bool>? differInShape = null)
    {
        var linked = Link(method);
        return Fuser.Fuse(method, linked, GradientFlow.Of(method, linked), differInShape ?? ((_, _) => false)).Body.Steps;
    }
}
