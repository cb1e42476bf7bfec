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

    private static void AssertSameState(Module expected, Module actual)
    {
        foreach (var ((name, value), (_, found)) in expected.StateDict().Zip(actual.StateDict()))
            Assert.Equal(((Tensor)value).ToArray(), ((Tensor)found).ToArray());
    }
}
