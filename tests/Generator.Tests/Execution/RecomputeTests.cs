using NnGen.CompilerServices;

namespace NnGen.Generator.Tests.Execution;

/// <summary>Recomputed modules give what they give without [Recompute], bit for bit, in smaller frames.</summary>
[Collection(DefaultGenerator.Name)]
public class RecomputeTests
{
    private const string Source = """
        [Module]
        public partial class Block
        {
            private readonly Linear up = new(8, 64);
            private readonly Linear down = new(64, 8);
            private readonly Dropout dropout = new(0.3f);
            private readonly BatchNorm1d norm = new(8);
            [Buffer] private Tensor mean = Tensor.Zeros(8);
            [Buffer] private readonly Tensor calls = Tensor.Zeros();

            public Tensor Forward([Shape("N, 8")] Tensor x)
            {
                var y = dropout.Forward(F.Gelu(up.Forward(norm.Forward(x))));
                calls.Add_(1);
                mean = mean * 0.9f + x.Detach().Mean(0) * 0.1f;
                return x + down.Forward(y) * 0.1f - mean * calls;
            }
        }

        [Module]
        public partial class Net
        {
            {MEMBER}
            private readonly ModuleList<Block> blocks = new(12, _ => new Block());
            private readonly Linear head = new(8, 4);
            public Tensor Forward([Shape("N, 8")] Tensor x)
            {
                foreach (var block in blocks)
                    x = block.Forward(x);
                return head.Forward(x);
            }
        }

        [Module]
        public partial class Nested
        {
            private readonly Block first = new();
            private readonly Block second = new();
            {MEMBER}
            private readonly Net net = new();

            {METHOD}
            public Tensor Features([Shape("N, 8")] Tensor x) => F.Gelu(second.Forward(x));

            public Tensor Forward([Shape("N, 8")] Tensor x) => net.Forward(Features({CALL}) * 2f);
        }
        """;

    public static TheoryData<string, string, string, string, string> Places => new()
    {
        { "Net", "", "[Recompute]", "", "first.Forward(x)" },
        { "Net", "[Recompute] ", "", "", "first.Forward(x)" },
        { "Nested", "", "[Recompute]", "[Recompute]", "F.Checkpoint(first, x)" },
        { "Nested", "[Recompute] ", "[Recompute]", "[Recompute]", "first.Forward(x)" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Gives_the_same_in_less_memory(string type, string block, string member, string method, string call)
    {
        var plain = Compile(type, "", "", "", "first.Forward(x)");
        var recomputed = Compile(type, block, member, method, call);
        recomputed.LoadStateDict(plain.StateDict());
        for (var turn = 0; turn < 2; turn++)
        {
            var x = Tensor.Randn(3, 8);
            var expected = Run(plain, x);
            var actual = Run(recomputed, x);
            Gradients.AssertBitwise(expected.Result, actual.Result);
            foreach (var (name, gradient) in expected.Of)
                Assert.Equal(gradient, actual.Of[name]);
            foreach (var ((name, value), (_, found)) in plain.StateDict().Zip(recomputed.StateDict()))
                Assert.True(Values(value).SequenceEqual(Values(found)), name);
        }

        Assert.True(FrameBytes(recomputed) * 3 < FrameBytes(plain), $"{FrameBytes(recomputed)} bytes instead of {FrameBytes(plain)}");
    }

    [Fact]
    public void Refuses_weights_that_have_changed_since_the_call()
    {
        var net = Compile("Net", "[Recompute] ", "", "", "first.Forward(x)");
        var result = ((IModule<Tensor, Tensor>)net).Call(Tensor.Randn(3, 8));
        using (Autograd.NoGrad())
            net.NamedParameters().Single(named => named.Name == "blocks.3.down.bias").Parameter.Add_(1);
        var error = Assert.Throws<AutogradException>(() => result.Sum().Backward());
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    private static Gradients.Pass Run(Module module, Tensor x)
    {
        Rng.ManualSeed(5);
        return Gradients.Run(module, x, ((IModule<Tensor, Tensor>)module).Call);
    }

    private static float[] Values(TensorBase tensor) => tensor is Tensor floats ? floats.ToArray() : Array.ConvertAll(((Tensor<long>)tensor).ToArray(), value => (float)value);

    private static int FrameBytes(Module module) => module.Bind("Forward", [Shape.Create([64, 8])], PlanKind.Recording).FrameBytes;

    private static Module Compile(string type, string block, string member, string method, string call)
    {
        var source = Source.Replace("[Module]\npublic partial class Block", $"{block}[Module]\npublic partial class Block", StringComparison.Ordinal)
            .Replace("{MEMBER}", member, StringComparison.Ordinal)
            .Replace("{METHOD}", method, StringComparison.Ordinal)
            .Replace("{CALL}", call, StringComparison.Ordinal);
        var program = new Generation(("Net.cs", source));
        Assert.Empty(program.Diagnostics);
        return Generation.Create(program.Load(), type);
    }
}
