using NnGen.Compiler.Differentiation;
using NnGen.Compiler.Fusion;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Tests.Fusion;
using static NnGen.Compiler.Tests.HandMadeIr;

namespace NnGen.Compiler.Tests.Differentiation;

public class ReversePassTests
{
    [Fact]
    public void Backward_saves_exactly_what_each_op_asks_for()
    {
        var method = MnistForward();
        var (reverse, _) = Reverse(method);
        Assert.Equal(
            ["x", "fc1.Weight", "x", "fc2.Weight", "x", "fc3.Weight"],
            reverse.Saved.Select(value => method.Values[value].Name));
    }

    [Fact]
    public void The_last_statement_is_differentiated_first()
    {
        var (reverse, _) = Reverse(MnistForward());
        Assert.Equal(["LinearOp.Forward", "LinearOp.ForwardRelu", "LinearOp.ForwardRelu"], reverse.Steps.Select(step => FuserTests.Describe(step.Step)));
    }

    [Fact]
    public void The_gradient_of_a_view_is_that_of_what_it_views()
    {
        var (reverse, _) = Reverse(MnistForward());
        Assert.Equal(0, reverse.Steps[2].Writes[0].Root);
    }

    [Fact]
    public void The_first_write_overwrites_and_later_ones_add()
    {
        var method = new MethodBuilder().Input("x");
        var t = method.Op(LayerNorm, 0);
        var (reverse, _) = Reverse(method.Return(method.Op(Add, method.Op(LayerNorm, t), method.Op(LayerNorm, t))));
        Assert.Equal([true, false], reverse.Steps.SelectMany(step => step.Writes).Where(write => write.Root == t).Select(write => write.IsFirst));
    }

    [Fact]
    public void A_returned_value_that_is_read_again_starts_from_its_result_gradient()
    {
        var method = new MethodBuilder().Input("x");
        var t = method.Op(LayerNorm, 0);
        var (reverse, _) = Reverse(method.Return(t, method.Op(LayerNorm, t)));
        Assert.Contains(reverse.Seeds, seed => seed.Root == t && seed.IsFirst);
        Assert.All(reverse.Steps.SelectMany(step => step.Writes).Where(write => write.Root == t), write => Assert.False(write.IsFirst));
    }

    [Fact]
    public void Nothing_is_differentiated_behind_an_op_without_backward()
    {
        var method = new MethodBuilder().Input("x");
        var (reverse, _) = Reverse(method.Return(method.Op(Floor, method.Op(LayerNorm, 0))));
        Assert.Empty(reverse.Steps);
        Assert.Equal([0], reverse.Unreached);
    }

    [Fact]
    public void What_the_result_does_not_depend_on_is_not_differentiated()
    {
        var method = new MethodBuilder().Input("x").Input("unused");
        method.Op(LayerNorm, 1);
        var (reverse, _) = Reverse(method.Return(method.Op(LayerNorm, 0)));
        Assert.Single(reverse.Steps);
        Assert.Equal([1], reverse.Unreached);
    }

    [Fact]
    public void A_buffer_gets_no_gradient()
    {
        var method = new MethodBuilder().Input("x");
        var (reverse, _) = Reverse(method.Return(method.Op(Add, 0, method.Buffer("mean"))));
        Assert.Equal([0], Assert.Single(reverse.Steps).Writes.Select(write => write.Root));
    }

    [Fact]
    public void Dropout_replays_its_random_numbers()
    {
        var method = new MethodBuilder().Input("x");
        var result = method.Op(Dropout, 0);
        var (reverse, _) = Reverse(method.Return(result));
        Assert.Empty(reverse.Saved);
        Assert.Single(reverse.Steps);
    }

    private static (ReversePass Reverse, FusedMethod Fused) Reverse(MethodIr method)
    {
        var linked = Link(method);
        var flow = GradientFlow.Of(method, linked);
        var fused = Fuser.Fuse(method, linked, flow, (_, _) => false);
        return (ReversePass.Of(fused, flow, AliasGroups.Of(fused)), fused);
    }
}
