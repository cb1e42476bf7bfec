namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules with differentiable methods besides Forward: each has entries of its own, and other modules call them.</summary>
public class SeveralMethodsTests
{
    private const string Source = """
        [Module]
        public partial class Coder
        {
            private readonly Parameter scale = new(Tensor.Rand(4));
            private readonly Parameter shift = new(Tensor.Rand(4));
            public Tensor Encode([Shape("*B, 4")] Tensor x) => (x * scale).Softmax(-1).Tanh();
            public (Tensor Mean, Tensor Spread) Decode(Tensor z, Tensor? noise = null) => ((z + shift).Softmax(-1), z.Sigmoid());
            public Tensor Forward([Shape("N, 4")] Tensor x) { var (mean, spread) = Decode(Encode(x)); return mean * spread; }
        }

        [Module]
        public partial class Net
        {
            private readonly Coder coder = new();
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var (mean, spread) = coder.Decode(coder.Encode(x));
                return mean * spread + coder.Forward(x);
            }
        }

        public static class Run
        {
            public static Tensor[] Compiled(Coder coder, Tensor x)
            {
                var (mean, spread) = coder.CallDecode(x);
                return [coder.CallEncode(x), mean, spread, coder.PredictEncode(x)];
            }

            public static Tensor[] OpByOp(Coder coder, Tensor x)
            {
                var (mean, spread) = coder.Decode(x);
                return [coder.Encode(x), mean, spread, coder.Encode(x)];
            }
        }
        """;

    [Fact]
    public void Entries_agree_with_the_methods_they_are_named_by()
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var coder = Generation.Create(assembly, "Coder");
        Gradients.CheckCallAgainstForward(coder, Tensor.Randn(3, 4));
        var x = Tensor.Randn(3, 4);
        foreach (var (compiled, opByOp) in Results("Compiled").Zip(Results("OpByOp")))
            Gradients.AssertBitwise(opByOp, compiled);

        Tensor[] Results(string method) => (Tensor[])assembly.GetType("Run")!.GetMethod(method)!.Invoke(null, [coder, x])!;
    }

    [Fact]
    public void Other_modules_call_them()
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
        Assert.Contains("coder.EncodePass(", program.Text("Net.g.cs"), StringComparison.Ordinal);
    }
}
