namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules that change their buffers and parameters: in program order, without gradient, once a call, never in Predict.</summary>
public class StateTests
{
    private const string Source = """
        [Module]
        public partial class Normalized
        {
            private readonly Linear fc = new(4, 4);
            [Buffer] private Tensor mean = Tensor.Zeros(4);
            [Buffer] private readonly Tensor largest = Tensor.Ones(4);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                x = fc.Forward(x);
                var batch = x.Mean(0);
                var before = mean;
                mean = mean * 0.9f + batch.Detach() * 0.1f;
                largest.Mul_(0.5f).Add_(x.Detach().AMax(0));
                return (x - mean) * before.Sigmoid() / largest + x * mean;
            }
        }

        [Module]
        public partial class Momentum
        {
            private readonly Linear online = new(4, 4);
            private readonly Linear target = new(4, 4);
            private readonly Parameter scale = new(Tensor.Ones(4));
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var y = online.Forward(x).Tanh();
                using (Autograd.NoGrad())
                {
                    target.Weight.Mul_(0.9f).Add_(online.Weight * 0.1f);
                    scale.Clamp_(max: 0.5).Sub_(0.25f);
                }

                Tensor z;
                {
                    using var scope = Autograd.NoGrad();
                    z = target.Forward(x).Tanh();
                }

                return y * z * scale;
            }
        }

        [Module]
        public partial class Recurrent
        {
            private readonly Linear fc = new(4, 4);
            [Buffer] private Tensor state = Tensor.Zeros(2, 4);
            [Buffer] private readonly Tensor turns = Tensor.Zeros();
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                for (var i = 0; i < x.Shape[0]; i++)
                {
                    state = (fc.Forward(state.Detach()) * 0.5f + x).Tanh();
                    x = x + state;
                    turns.Add_(1);
                }

                return x * turns;
            }
        }

        [Module]
        public partial class Counting
        {
            [Buffer] private Tensor<long> batches = Tensor<long>.Zeros();
            [Buffer] private readonly Tensor<long> calls = Tensor<long>.Zeros();
            [Buffer] private readonly Tensor<long> last = Tensor<long>.Zeros(2);
            [Buffer] private readonly Tensor average = Tensor.Ones(4);
            private readonly Embedding table = new(20, 4);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var before = batches;
                batches += 1;
                calls.Add_(2);
                last.CopyFrom(x.Detach().ArgMax(1));
                average.Lerp_(x.Detach().Mean(0), 0.1).Clamp_(-0.5, 0.5);
                return x * average + table.Forward(before) * table.Forward(batches) + table.Forward(calls) + table.Forward(last);
            }
        }

        [Module]
        public partial class BatchStatistics
        {
            private readonly Parameter weight = new(Tensor.Rand(4));
            [Buffer] private Tensor mean = Tensor.Zeros(4);
            [Buffer] private readonly Tensor variance = Tensor.Ones(4);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var (center, spread) = (mean, variance);
                if (Training)
                {
                    (center, spread) = (x.Mean(0), x.Var(0, correction: 0));
                    mean = mean * 0.9f + center.Detach() * 0.1f;
                    variance.Lerp_(spread.Detach(), 0.1);
                }

                return (x - center) / (spread + 1e-5f).Sqrt() * weight;
            }
        }

        [Module]
        public partial class Bank
        {
            [Buffer] private Tensor queue = Tensor.Zeros(6, 4);
            [Buffer] private readonly Tensor filled = Tensor.Zeros(2);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var similarity = x.MatMul(queue.Transpose(0, 1));
                queue = F.Cat([x.Detach(), queue[..^2]], 0);
                filled.CopyFrom(x.Detach()[0, ..2]);
                return similarity;
            }
        }
        """;

    [Theory]
    [InlineData("Normalized")]
    [InlineData("Momentum")]
    [InlineData("Recurrent")]
    [InlineData("Counting")]
    [InlineData("Bank")]
    [InlineData("BatchStatistics")]
    public void Call_does_what_Forward_does(string type)
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var (compiled, opByOp) = (Generation.Create(assembly, type), Generation.Create(assembly, type));
        opByOp.LoadStateDict(compiled.StateDict());
        for (var turn = 0; turn < 3; turn++)
        {
            var x = Tensor.Randn(2, 4);
            var expected = Gradients.Run(opByOp, x, ((IModule<Tensor, Tensor>)opByOp).Forward);
            var actual = Gradients.Run(compiled, x, ((IModule<Tensor, Tensor>)compiled).Call);
            Gradients.AssertBitwise(expected.Result, actual.Result);
            foreach (var (name, gradient) in expected.Of)
                Gradients.AssertClose(name, gradient, actual.Of[name], relative: 1e-5f, absolute: 1e-6f);
            AssertSameState(opByOp, compiled);

            // Those that op by op still know how they were computed would be differentiated twice.
            foreach (var (_, buffer) in opByOp.NamedBuffers())
                Assert.False(buffer is Tensor { RequiresGrad: true } && type != "Recurrent");
            if (type == "Recurrent")
                break;
        }
    }

    [Theory]
    [InlineData("Normalized")]
    [InlineData("Counting")]
    [InlineData("Momentum")]
    public void Predict_writes_nothing_and_gives_what_Call_would(string type)
    {
        var program = new Generation(("Net.cs", Source));
        var net = Generation.Create(program.Load(), type);
        var before = net.StateDict().Select(entry => Elements(entry.Value)).ToList();
        var x = Tensor.Randn(2, 4);
        var predicted = ((IModule<Tensor, Tensor>)net).Predict(x);
        foreach (var (expected, entry) in before.Zip(net.StateDict()))
            Assert.Equal(expected, Elements(entry.Value));
        if (type == "Normalized")
            return;
        Gradients.AssertBitwise(predicted, ((IModule<Tensor, Tensor>)net).Predict(x));
    }

    [Fact]
    public void A_call_refuses_the_backward_of_an_earlier_one_that_needs_the_old_state()
    {
        var net = (IModule<Tensor, Tensor>)Generation.Create(new Generation(("Net.cs", Source)).Load(), "Counting");
        var x = Tensor.Randn(2, 4);
        x.RequiresGrad = true;
        var first = net.Call(x);
        net.Call(x);
        var error = Assert.Throws<AutogradException>(() => first.Sum().Backward());
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_where_no_gradient_can_flow()
    {
        const string Stopped = """
            [Module(Inference = true)]
            public partial class Frozen { private readonly Linear fc = new(4, 4); public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x).Tanh(); }

            [Module]
            public partial class Stopped
            {
                private readonly Linear fc = new(4, 4);
                public Tensor Forward([Shape("N, 4"), StopGradient] Tensor x) => Constant(x) + x * 2f;
                [StopGradient] private Tensor Constant(Tensor x) => fc.Forward(x).Tanh();
            }

            [Module]
            public partial class Head
            {
                private readonly Frozen frozen = new();
                private readonly Linear head = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x) => head.Forward(frozen.Forward(x));
            }

            [Module]
            public partial class StraightThrough
            {
                private readonly Linear fc = new(4, 4);
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    var y = fc.Forward(x).Tanh();
                    var q = (y * 4f).Detach() - 0.5f;
                    return y + (q - y).Detach();
                }
            }
            """;
        var program = new Generation(("Net.cs", Stopped));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var x = Tensor.Randn(2, 4);
        x.RequiresGrad = true;
        Assert.False(((IModule<Tensor, Tensor>)Generation.Create(assembly, "Frozen")).Call(x).RequiresGrad);
        Assert.False(((IModule<Tensor, Tensor>)Generation.Create(assembly, "Stopped")).Call(x).RequiresGrad);
        var head = Generation.Create(assembly, "Head");
        ((IModule<Tensor, Tensor>)head).Call(x).Sum().Backward();
        Assert.Null(x.Grad);
        Assert.Equal(["head.weight", "head.bias"], head.NamedParameters().Where(named => named.Parameter.Grad is not null).Select(named => named.Name));
        Gradients.CheckCallAgainstForward(Generation.Create(assembly, "StraightThrough"), Tensor.Randn(2, 4));
    }

    private static float[] Elements(TensorBase tensor) => tensor is Tensor floats ? floats.ToArray() : Array.ConvertAll(((Tensor<long>)tensor).ToArray(), value => (float)value);

    private static void AssertSameState(Module expected, Module actual)
    {
        foreach (var ((name, value), (_, found)) in expected.StateDict().Zip(actual.StateDict()))
            Assert.True(Elements(value).SequenceEqual(Elements(found)), name);
    }
}
