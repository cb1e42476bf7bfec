namespace NnGen.Generator.Tests.Execution;

public class ModuleExecutionTests
{
    [Fact]
    public void A_chain_is_one_loop_and_agrees_with_op_by_op()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly Parameter scale = new(Tensor.Rand(4));
                [Buffer] private readonly Tensor mean = Tensor.Rand(4);
                public Tensor Forward([Shape("N, 4")] Tensor x) => ((x - mean) * scale).Tanh() * 2;
            }
            """));
        Assert.Empty(program.Diagnostics);
        Assert.Contains("private readonly struct SubMulTanhMulScalar", program.Text("Net.g.cs"), StringComparison.Ordinal);
        Check(program);
    }

    [Fact]
    public void A_module_without_declared_shapes_is_bound_to_what_comes()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly Parameter scale = new(Tensor.Rand(4));
                public Tensor Forward(Tensor x) => (x * scale).Softmax(1) + x;
            }
            """)));

    [Fact]
    public void A_module_in_a_module_is_called_with_a_frame_of_its_own()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Block
            {
                private readonly Parameter scale = new(Tensor.Rand(4));
                public Tensor Forward([Shape("*B, 4")] Tensor x) => (x * scale).Softmax(-1).Tanh() + x;
            }

            [Module]
            public partial class Net
            {
                private readonly Block first = new();
                private readonly Block second = new();
                public Tensor Forward([Shape("N, 4")] Tensor x) => second.Forward(first.Forward(first.Forward(x)));
            }
            """)));

    [Fact]
    public void A_module_given_from_outside_is_called_through_the_protocol()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Block
            {
                private readonly Parameter scale = new(Tensor.Rand(4));
                public Tensor Forward([Shape("*B, 4")] Tensor x) => (x * scale).Softmax(-1).Tanh() + x;
            }

            [Module]
            public partial class Net(Block inner)
            {
                public Tensor Forward([Shape("N, 4")] Tensor x) => inner.Forward(x) * x;
            }
            """));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var net = Generation.Create(assembly, "Net", Generation.Create(assembly, "Block"));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
    }

    [Fact]
    public void Values_returned_as_they_came_get_their_gradient()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                public Tensor Forward([Shape("N, 4")] Tensor x) => x;
            }
            """)));

    [Fact]
    public void Hyperparameters_are_read_at_each_call()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Net(double slope, int dim)
            {
                public Tensor Forward([Shape("N, 4")] Tensor x) => (x * slope).Softmax(dim) * slope;
            }
            """)), 0.5, 1);

    [Fact]
    public void Buffers_reach_children_and_variadic_ops()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Block
            {
                public Tensor Forward([Shape("*B, 4")] Tensor x) => x.Softmax(-1).Tanh() + x;
            }

            [Module]
            public partial class Net(Block inner)
            {
                [Buffer] private readonly Tensor table = Tensor.Rand(1, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x) => F.Cat([x * inner.Forward(table), table], 0);
            }
            """));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var net = Generation.Create(assembly, "Net", Generation.Create(assembly, "Block"));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
    }

    [Fact]
    public void A_loss_inside_the_graph_is_computed_and_differentiated_in_one_call()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Classifier
            {
                private readonly Linear fc1 = new(6, 5);
                private readonly Linear fc2 = new(5, 3);
                public Tensor Forward([Shape("N, 6")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
            }

            [Module]
            public partial class Net(Classifier model)
            {
                public Tensor Forward([Shape("N, 6")] Tensor x, [Shape("N")] Tensor<long> y) => F.CrossEntropy(model.Forward(x), y, labelSmoothing: 0.1);
                public float Step(Tensor x, Tensor<long> y) => ValueAndGrad(x, y);
            }

            public static class Run
            {
                public static (float[] Values, float[] Compiled, float[] OpByOp) All(Tensor x, Tensor<long> y)
                {
                    var net = new Net(new Classifier());
                    var value = net.ValueAndGrad(x, y);
                    var compiled = Flat(net);
                    net.ZeroGrad();
                    var loss = net.Forward(x, y);
                    loss.Backward();
                    return ([value, loss.Item(), net.Call(x, y).Item(), net.Predict(x, y).Item()], compiled, Flat(net));
                }

                private static float[] Flat(Module net)
                {
                    var all = new System.Collections.Generic.List<float>();
                    foreach (var parameter in net.Parameters())
                        all.AddRange(parameter.Grad!.AsSpan().ToArray());
                    return all.ToArray();
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var run = program.Load().GetType("Run")!.GetMethod("All")!;
        var (values, compiled, opByOp) = ((float[], float[], float[]))run.Invoke(null, [Tensor.Randn(4, 6), Tensor<long>.From([2, 0, 1, 1], [4])])!;
        Assert.All(values, value => Assert.Equal(values[1], value));
        Gradients.AssertClose("parameters", opByOp, compiled, relative: 1e-5f, absolute: 1e-6f);
    }

    [Fact]
    public void A_frozen_parameter_gets_no_gradient()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                public Parameter A { get; } = new(Tensor.Rand(4));
                public Parameter B { get; } = new(Tensor.Rand(4));
                public Tensor Forward([Shape("N, 4")] Tensor x) => ((x * A).Softmax(1) * B).Softmax(1);
            }
            """));
        var net = Generation.Create(program.Load(), "Net");
        net.GetParameter("a").RequiresGrad = false;
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Assert.Null(net.GetParameter("a").Grad);
        Assert.NotNull(net.GetParameter("b").Grad);
    }

    private static void Check(Generation program, params object[] arguments)
    {
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net", arguments);
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(7, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
    }
}
