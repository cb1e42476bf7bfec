namespace NnGen.Generator.Tests.Execution;

/// <summary>What holds around branches: state and random ops in arms, frozen parameters, memory, threads.</summary>
public class BranchRuntimeTests
{
    private const string Source = """
        [Module]
        public partial class Net
        {
            private readonly Linear stem = new(4, 4);
            private readonly Linear left = new(4, 4);
            private readonly Linear right = new(4, 4);
            [Buffer] private Tensor mean = Tensor.Zeros(4);
            public bool UsesRight { get; set; }
            public Tensor Mean => mean;
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                x = stem.Forward(x);
                if (Training)
                {
                    x = F.Dropout(x, 0.5f);
                    mean = mean * 0.9f + x.Mean(0) * 0.1f;
                }

                x = UsesRight ? right.Forward(x) : left.Forward(x);
                return x - mean;
            }
        }

        [Module]
        public partial class Loss(Net net)
        {
            public Tensor Forward([Shape("N, 4")] Tensor x) => net.Forward(x).Square().Mean();
        }

        public static class Run
        {
            public static void Set(Module net, bool usesRight) => ((Net)net).UsesRight = usesRight;
            public static float[] Mean(Net net) => net.Mean.AsSpan().ToArray();
            public static Module Loss(Net net) => new Loss(net);
            public static float ValueAndGrad(Module loss, Tensor x) => ((Loss)loss).ValueAndGrad(x);
            public static void Predict(Module net, Tensor x, float[] result) => ((Net)net).Predict(x, result);
        }
        """;

    private static readonly System.Reflection.Assembly s_assembly = Compile();

    [Fact]
    public void Random_ops_and_writes_of_an_arm_happen_only_where_it_is_taken()
    {
        var (compiled, opByOp) = (Create(), Create());
        opByOp.LoadStateDict(compiled.StateDict());
        var x = Tensor.Randn(6, 4);
        for (var i = 0; i < 6; i++)
        {
            foreach (var net in new[] { compiled, opByOp })
            {
                if (i % 2 == 0)
                    net.Train();
                else
                    net.Eval();
            }

            Rng.ManualSeed(i / 2);
            var expected = ((IModule<Tensor, Tensor>)opByOp).Forward(x);
            Rng.ManualSeed(i / 2);
            Gradients.AssertBitwise(expected, ((IModule<Tensor, Tensor>)compiled).Call(x));
            Assert.Equal(Mean(opByOp), Mean(compiled));
        }

        compiled.Train();
        var before = Mean(compiled);
        ((IModule<Tensor, Tensor>)compiled).Predict(x);
        Assert.Equal(before, Mean(compiled));
    }

    [Fact]
    public void The_backward_pass_goes_the_way_that_was_taken()
    {
        var net = Create();
        net.Eval();
        var typed = (IModule<Tensor, Tensor>)net;
        var x = Tensor.Randn(3, 4);
        var first = typed.Call(x);
        Set(net, usesRight: true);
        var second = typed.Call(x);
        first.Sum().Backward();
        Assert.NotNull(net.GetParameter("left.weight").Grad);
        Assert.All(Values(net.GetParameter("right.weight").Grad), value => Assert.Equal(0, value));
        net.ZeroGrad();
        second.Sum().Backward();
        Assert.NotNull(net.GetParameter("right.weight").Grad);
        Assert.All(Values(net.GetParameter("left.weight").Grad), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Frozen_parameters_of_an_arm_get_no_gradient_and_pass_it_on()
    {
        var net = Create();
        net.Eval();
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
        net.ZeroGrad();
        net.GetParameter("left.weight").RequiresGrad = false;
        net.GetParameter("left.bias").RequiresGrad = false;
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Assert.Null(net.GetParameter("left.weight").Grad);
        Assert.NotNull(net.GetParameter("stem.weight").Grad);
    }

    [Fact]
    public void Steady_state_allocates_nothing_whichever_arm_runs()
    {
        var net = Create();
        var loss = Invoke<Module>("Loss", net);
        var valueAndGrad = Method("ValueAndGrad").CreateDelegate<Func<Module, Tensor, float>>();
        var predict = Method("Predict").CreateDelegate<Action<Module, Tensor, float[]>>();
        var set = Method("Set").CreateDelegate<Action<Module, bool>>();
        var x = Tensor.Randn(3, 4);
        var result = new float[12];
        void Step(int i)
        {
            set(net, i % 2 == 0);
            valueAndGrad(loss, x);
            predict(net, x, result);
        }

        net.Eval();
        for (var i = 0; i < 40; i++)
            Step(i);
        Assert.Equal(0, NnGen.Tests.Allocations.InSteadyState(() =>
        {
            for (var i = 0; i < 20; i++)
                Step(i);
        }, count: 1));
    }

    [Fact]
    public void Threads_may_take_different_arms_at_once()
    {
        var program = new Generation(("Net.cs", CallTimeBranchTests.Source("x = fc.Forward(x); if (x.Sum().Item() > 0) x = x.Tanh(); else x = x * scale; return x;")));
        var net = (IModule<Tensor, Tensor>)Generation.Create(program.Load(), "Net");
        var inputs = Enumerable.Range(0, 8).Select(_ => Tensor.Randn(3, 4)).ToList();
        var expected = inputs.Select(net.Forward).ToList();
        Parallel.For(0, 64, i =>
        {
            Gradients.AssertBitwise(expected[i % 8], net.Predict(inputs[i % 8]));
            Gradients.AssertBitwise(expected[i % 8], net.Call(inputs[i % 8]));
        });
    }

    [Fact]
    public void Arms_of_different_shapes_name_both()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net(int features)
            {
                private readonly Linear wide = new(4, 2 * features);
                private readonly Linear narrow = new(4, features);
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    var h = Training ? wide.Forward(x).View(-1, 1) : narrow.Forward(x);
                    return h * 2f;
                }
            }
            """));
        var net = (IModule<Tensor, Tensor>)Generation.Create(program.Load(), "Net", 8);
        var error = Assert.Throws<ShapeException>(() => net.Call(Tensor.Rand(3, 4)));
        Assert.Equal("'h' is [48, 1] on one way and [3, 8] on the other: what follows is planned for one shape", error.Message);
    }

    private static System.Reflection.Assembly Compile()
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        return program.Load();
    }

    private static Module Create() => Generation.Create(s_assembly, "Net");

    private static System.Reflection.MethodInfo Method(string name) => s_assembly.GetType("Run")!.GetMethod(name)!;

    private static T Invoke<T>(string method, params object[] arguments) => (T)Method(method).Invoke(null, arguments)!;

    private static float[] Mean(Module net) => Invoke<float[]>("Mean", net);

    private static void Set(Module net, bool usesRight) => Method("Set").Invoke(null, [net, usesRight]);

    private static float[] Values(Tensor? tensor) => tensor is null ? [] : tensor.AsSpan().ToArray();
}
