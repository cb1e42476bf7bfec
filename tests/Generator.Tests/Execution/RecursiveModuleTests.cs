namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules that hold modules of their own class, directly, in a list or through another module: the depth is known when constructed.</summary>
public class RecursiveModuleTests
{
    private const string Source = """
        [Module]
        public partial class Tree
        {
            private readonly Linear fc = new(4, 4);
            private readonly Tree? left;
            private readonly Tree? right;

            public Tree(int depth)
            {
                left = depth > 0 ? new Tree(depth - 1) : null;
                right = depth > 1 ? new Tree(depth - 2) : null;
            }

            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                var y = fc.Forward(x).Tanh();
                if (left is not null)
                    y = y + left.Forward(y);
                return right is null ? y : y * right.Forward(x);
            }
        }

        [Module]
        public partial class Bush(int depth)
        {
            private readonly Linear fc = new(4, 4);
            private readonly ModuleList<Bush> children = new(depth, i => new Bush(i));

            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                x = fc.Forward(x).Tanh();
                foreach (var child in children)
                    x = x + child.Forward(x);
                return x;
            }
        }

        [Module]
        public partial class Even(int depth)
        {
            private readonly Linear fc = new(4, 4);
            private readonly Odd? inner = depth > 0 ? new Odd(depth - 1) : null;

            public Tensor Forward([Shape("N, 4")] Tensor x) => inner?.Forward(fc.Forward(x)) ?? fc.Forward(x);
        }

        [Module]
        public partial class Odd(int depth)
        {
            private readonly Parameter scale = new(Tensor.Rand(4));
            private readonly Even? inner = depth > 0 ? new Even(depth - 1) : null;

            public Tensor Forward([Shape("N, 4")] Tensor x)
            {
                x = (x * scale).Tanh();
                return inner == null ? x : inner.Forward(x);
            }
        }
        """;

    [Fact]
    public void The_program_compiles() => Assert.Empty(new Generation(("Net.cs", Source)).Diagnostics);

    [Theory]
    [InlineData("Tree", 0)]
    [InlineData("Tree", 3)]
    [InlineData("Bush", 0)]
    [InlineData("Bush", 3)]
    [InlineData("Even", 0)]
    [InlineData("Even", 4)]
    [InlineData("Odd", 3)]
    public void Call_and_gradients_are_right_at_any_depth(string type, int depth)
    {
        Rng.ManualSeed(1);
        var module = Generation.Create(new Generation(("Net.cs", Source)).Load(), type, depth);
        var x = Tensor.Randn(3, 4);
        Gradients.CheckCallAgainstForward(module, x);
        Gradients.CheckCallAgainstDifferences(module, x);
        Gradients.AssertBitwise(((IModule<Tensor, Tensor>)module).Forward(x), ((IModule<Tensor, Tensor>)module).Call(x));
        Assert.NotEmpty(module.ToString());
    }
}
