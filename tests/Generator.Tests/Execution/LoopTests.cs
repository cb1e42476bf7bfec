namespace NnGen.Generator.Tests.Execution;

public class LoopTests
{
    private const string Block = """
        [Module]
        public partial class Block(int channels, int hidden)
        {
            private readonly Linear up = new(channels, hidden);
            private readonly Linear down = new(hidden, channels);
            [return: Shape("*B, channels")]
            public Tensor Forward([Shape("*B, channels")] Tensor x) => x + down.Forward(F.Tanh(up.Forward(x)));
        }


        """;

    private const string Net = Block + """
        [Module]
        public partial class Net(int depth)
        {
            private readonly Linear stem = new(4, 4);
            private readonly ModuleList<Block> blocks = new(depth, _ => new Block(4, 6));
            private readonly Parameter scale = new(Tensor.Rand(1));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                x = stem.Forward(x);
                foreach (var block in blocks) x = block.Forward(x);
                return x * scale;
            }
        }
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_loop_over_a_list_runs_once_for_each_module(int depth) => Check(new Generation(("Net.cs", Net)), depth);

    [Fact]
    public void The_loop_stays_a_loop_and_parameters_are_named_by_number()
    {
        var program = new Generation(("Net.cs", Net));
        Assert.Contains("foreach (var block in blocks)", program.Text("Net.g.cs"), StringComparison.Ordinal);
        var net = Generation.Create(program.Load(), "Net", 2);
        Assert.Equal(
            ["scale", "stem.weight", "stem.bias", "blocks.0.up.weight", "blocks.0.up.bias", "blocks.0.down.weight", "blocks.0.down.bias", "blocks.1.up.weight",
                "blocks.1.up.bias", "blocks.1.down.weight", "blocks.1.down.bias"],
            net.NamedParameters().Select(named => named.Name));
    }

    [Fact]
    public void Frozen_blocks_get_no_gradient_and_pass_it_on()
    {
        var net = Generation.Create(new Generation(("Net.cs", Net)).Load(), "Net", 4);
        net.GetParameter("blocks.0.up.weight").RequiresGrad = false;
        foreach (var (name, parameter) in net.NamedParameters().Where(named => named.Name.StartsWith("blocks.1", StringComparison.Ordinal) || named.Name.StartsWith("stem", StringComparison.Ordinal)))
            parameter.RequiresGrad = false;
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Assert.Null(net.GetParameter("blocks.1.up.weight").Grad);
        Assert.NotNull(net.GetParameter("blocks.0.down.weight").Grad);
        Assert.NotNull(net.GetParameter("blocks.2.up.weight").Grad);
    }

    [Fact]
    public void Predict_is_the_same_forward_pass()
    {
        var net = Generation.Create(new Generation(("Net.cs", Net)).Load(), "Net", 3);
        var typed = (IModule<Tensor, Tensor>)net;
        var x = Tensor.Randn(3, 4);
        Gradients.AssertBitwise(typed.Forward(x), typed.Predict(x));
    }

    [Fact]
    public void Small_layers_are_inlined_into_the_turn_and_fused()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Linear> layers = [new(4, 7), new(7, 5), new(5, 4)];
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    foreach (var layer in layers)
                    {
                        x = F.Relu(layer.Forward(x));
                    }

                    return x;
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        Assert.Contains("LinearOp.ForwardRelu", program.Text("Net.g.cs"), StringComparison.Ordinal);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(7, 4));
    }

    [Fact]
    public void What_a_turn_reads_of_its_surroundings_collects_the_gradients_of_all_turns()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));
                private readonly Parameter scale = new(Tensor.Rand(4));
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    var h = x;
                    var gate = F.Tanh(x);
                    var weight = scale;
                    foreach (var layer in layers)
                        h = (F.Tanh(layer.Forward(h)) + x) * gate * weight;
                    return h * gate;
                }
            }
            """)));

    [Fact]
    public void Several_values_go_from_turn_to_turn()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    var (a, b) = (x, F.Tanh(x));
                    foreach (var layer in layers)
                        (a, b) = (F.Tanh(layer.Forward(b)), a);
                    return a;
                }
            }
            """)));

    [Fact]
    public void Loops_in_loops()
        => Check(new Generation(("Net.cs", Block + """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Block> blocks = new(2, i => new Block(4, 3 + i));
                private readonly ModuleList<Linear> layers = [new Linear(4, 4), new Linear(4, 4, bias: false)];
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    var first = x;
                    foreach (var block in blocks)
                    {
                        foreach (var layer in layers)
                            x = block.Forward(layer.Forward(x)) * first;
                        x = block.Forward(x);
                    }

                    foreach (var block in blocks)
                        x = block.Forward(x);
                    return x;
                }
            }
            """)));

    [Fact]
    public void Numbers_count_turns_and_choose_modules()
        => Check(
            new Generation(("Net.cs", Block + """
            [Module]
            public partial class Net(int rounds)
            {
                private readonly ModuleList<Block> blocks = new(3, _ => new Block(4, 3));
                private readonly ParameterList scales = new(2, _ => new Parameter(Tensor.Rand(4)));
                private readonly ModuleDict<Linear> heads = new(("main", new Linear(4, 4)));
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    for (var i = 0; i < blocks.Count; i++)
                        x = blocks[i].Forward(x);
                    for (var i = blocks.Count - 1; i >= 0; i--)
                        x = blocks[i].Forward(x) * scales[0];
                    for (var i = 0; i < rounds; i++)
                        x = F.Tanh(x) + blocks[0].Forward(x);
                    for (var i = 0; i < 2; i++)
                        x = x * scales[i];
                    return heads["main"].Forward(blocks[^1].Forward(x));
                }
            }
            """)),
            2);

    [Fact]
    public void A_loss_after_a_loop_is_computed_and_differentiated_in_one_call()
    {
        var program = new Generation(("Net.cs", Net + """

            [Module]
            public partial class Step(Net model)
            {
                public Tensor Forward([Shape("N, 4")] Tensor x, [Shape("N")] Tensor<long> y) => F.CrossEntropy(model.Forward(x), y);
            }

            public static class Run
            {
                public static (float Value, float Expected, float[] Compiled, float[] OpByOp, long Bytes) All(Tensor x, Tensor<long> y)
                {
                    var step = new Step(new Net(3));
                    var value = step.ValueAndGrad(x, y);
                    var compiled = step.GetParameter("model.blocks.0.up.weight").Grad!.AsSpan().ToArray();
                    step.ZeroGrad();
                    var loss = step.Forward(x, y);
                    loss.Backward();
                    var expected = step.GetParameter("model.blocks.0.up.weight").Grad!.AsSpan().ToArray();
                    for (var i = 0; i < 3; i++)
                        step.ValueAndGrad(x, y);
                    var before = System.GC.GetAllocatedBytesForCurrentThread();
                    for (var i = 0; i < 20; i++)
                        step.ValueAndGrad(x, y);
                    return (value, loss.Item(), compiled, expected, System.GC.GetAllocatedBytesForCurrentThread() - before);
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var run = program.Load().GetType("Run")!.GetMethod("All")!;
        var (value, expected, compiled, opByOp, bytes) = ((float, float, float[], float[], long))run.Invoke(null, [Tensor.Randn(4, 4), Tensor<long>.From([2, 0, 1, 3], [4])])!;
        Assert.Equal(expected, value);
        Assert.Equal(0, bytes);
        Gradients.AssertClose("up", opByOp, compiled, relative: 1e-5f, absolute: 1e-6f);
    }

    [Fact]
    public void Names_may_be_those_of_generated_code()
        => Check(new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Linear> inputs = new(2, _ => new Linear(4, 4));
                private readonly Linear layer = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    foreach (var f in inputs)
                        x = F.Tanh(f.Forward(x));
                    foreach (var @in in inputs)
                        x = F.Tanh(@in.Forward(inputs[1].Forward(x)));
                    foreach (var layer in inputs)
                        x = F.Tanh(layer.Forward(this.layer.Forward(x)));
                    return x;
                }
            }
            """)));

    [Fact]
    public void A_turn_that_does_not_fit_is_refused_when_bound()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                private readonly ModuleList<Linear> layers = [new(4, 4), new(5, 4)];
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    foreach (var layer in layers)
                        x = layer.Forward(x);
                    return x;
                }
            }
            """));
        var net = (IModule<Tensor, Tensor>)Generation.Create(program.Load(), "Net");
        Assert.Contains("takes 5 features", Assert.Throws<ShapeException>(() => net.Call(Tensor.Randn(3, 4))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_grows_is_bound_anew()
    {
        var program = new Generation(("Net.cs", Block + """
            [Module]
            public partial class Net
            {
                public ModuleList<Block> Blocks { get; } = [];
                public void Grow() => Blocks.Add(new Block(4, 3));
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    foreach (var block in Blocks)
                        x = block.Forward(x);
                    return x;
                }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        for (var i = 0; i < 3; i++)
        {
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
            net.GetType().GetMethod("Grow")!.Invoke(net, null);
        }
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
