namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules with conditions that binding decides: compiled, every way agrees with the op-by-op path.</summary>
public class BranchTests
{
    private const string Source = """
        [Module]
        public partial class Block(int features, bool projects)
        {
            private readonly Linear fc = new(features, features);
            private readonly Linear? projection = projects ? new(features, features) : null;
            private readonly Parameter? shift = projects ? null : new(Tensor.Rand(4));

            [return: Shape("N, features")]
            public Tensor Forward([Shape("N, features")] Tensor x)
            {
                var y = fc.Forward(x).Tanh();
                if (shift is { } s)
                    y = y + s;
                return y + (projection?.Forward(x) ?? x);
            }
        }

        [Module]
        public partial class Net(bool projects, int depth)
        {
            private readonly Block block = new(4, projects);
            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var rank = x.Rank;
                x = block.Forward(x);
                if (rank == 2 && depth == 0)
                    return x;
                switch (depth)
                {
                    case 1:
                        x = x.Tanh();
                        break;
                    default:
                        x = depth switch { 2 => x.Softmax(1), _ => x.Sigmoid() };
                        break;
                }

                return x * (depth > 1 ? 2f : 3f);
            }
        }

        [Module]
        public partial class Masked
        {
            public Tensor Forward([Shape("N, 4")] Tensor x, Tensor? mask = null)
            {
                if (mask == null)
                    return x.Tanh();
                return x.Shape[0] > 1 ? x * mask : x + mask;
            }
        }

        public static class Run
        {
            public static Tensor[] Compiled(Masked net, Tensor x) => [net.Call(x), net.Call(x, x), net.Call(x[..1], x), net.Predict(x), net.Call(x, x)];
            public static Tensor[] OpByOp(Masked net, Tensor x) => [net.Forward(x), net.Forward(x, x), net.Forward(x[..1], x), net.Forward(x), net.Forward(x, x)];
        }
        """;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public void Hyperparameters_and_optional_children_choose(bool projects, int depth)
    {
        var net = Generation.Create(Compile(), "Net", projects, depth);
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(7, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
    }

    [Fact]
    public void Absent_inputs_and_dims_choose_at_each_binding()
    {
        var assembly = Compile();
        var net = Generation.Create(assembly, "Masked");
        var x = Tensor.Randn(3, 4);
        var results = new[] { "OpByOp", "Compiled" }.Select(method => (Tensor[])assembly.GetType("Run")!.GetMethod(method)!.Invoke(null, [net, x])!).ToList();
        foreach (var (opByOp, compiled) in results[0].Zip(results[1]))
            Gradients.AssertBitwise(opByOp, compiled);
    }

    private static System.Reflection.Assembly Compile()
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        return program.Load();
    }
}
