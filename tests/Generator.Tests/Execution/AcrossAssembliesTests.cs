namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules of a library used in a library used in a program: passes, gradients and overrides work across the borders.</summary>
public class AcrossAssembliesTests
{
    private const string Core = """
        namespace Core;

        public sealed record Config(int Dim, int Heads = 2) { public float Factor { get; init; } = 0.5f; }

        [Module]
        public abstract partial class Layer(Config config)
        {
            private readonly Linear fc = new(config.Dim, config.Dim);
            public abstract Tensor Forward([Shape("N, config.Dim")] Tensor x);
            protected Tensor Project(Tensor x) => fc.Forward(x) * config.Factor;
            protected virtual Tensor Activate(Tensor x) => x.Tanh();
            public Tensor Mix(Tensor x, int times) { for (var i = 0; i < times; i++) x = Activate(Project(x)); return x; }
        }

        [Module]
        public partial class Plain(Config config) : Layer(config)
        {
            public override Tensor Forward(Tensor x) => Activate(Project(x));
        }

        [Module]
        public sealed partial class Gate(int size)
        {
            public Parameter Weight { get; } = new(Tensor.Rand(size));
            public Tensor Forward([Shape("*B, size")] Tensor x) => x.Sigmoid() * Weight;
        }
        """;

    private const string Blocks = """
        using Core;
        namespace Blocks;

        [Module]
        public partial class Sharp(Config config) : Plain(config)
        {
            public override Tensor Forward(Tensor x) => base.Forward(x) + Mix(x, 3) + Project(x);
            protected override Tensor Activate(Tensor x) => base.Activate(x).Softmax(-1);
        }

        [Module]
        public partial class Stack<T>(int depth, System.Func<int, T> create, int size) where T : Layer
        {
            private readonly ModuleList<T> layers = new(depth, create);
            private readonly Gate gate = new(size);
            public Tensor Forward(Tensor x)
            {
                foreach (var layer in layers)
                    x = layer.Forward(x);
                return gate.Forward(x);
            }
        }
        """;

    private const string App = """
        using Core;
        using Blocks;

        [Module]
        public partial class Net(Config config)
        {
            private readonly Stack<Layer> stack = new(3, i => i == 1 ? new Sharp(config) : new Plain(config), config.Dim);
            private readonly Gate gate = new(config.Dim);
            private readonly Linear head = new(config.Dim, config.Heads);
            public Tensor Forward([Shape("N, config.Dim")] Tensor x) => head.Forward(gate.Forward(stack.Forward(x).View(-1, config.Dim)));
        }

        public static class Build { public static Net Net() => new(new Config(4)); }
        """;

    [Fact]
    public void A_chain_of_libraries_computes_what_its_source_says()
    {
        var core = new Generation("Core", [], ("Core.cs", Core));
        Assert.Empty(core.Diagnostics);
        var blocks = new Generation("Blocks", [core], ("Blocks.cs", Blocks));
        Assert.Empty(blocks.Diagnostics);
        var app = new Generation("App", [core, blocks], ("App.cs", App));
        Assert.Empty(app.Diagnostics);
        var net = (Module)app.Load().GetType("Build")!.GetMethod("Net")!.Invoke(null, null)!;
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 4));
    }

    [Fact]
    public void Children_can_be_replaced_added_and_taken_out()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                public ModuleList<Linear> Layers { get; } = new(2, _ => new Linear(4, 4));
                public Module Head { get; set; } = new Linear(4, 2);
                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    foreach (var layer in Layers)
                        x = layer.Forward(x).Tanh();
                    return ((IModule<Tensor, Tensor>)Head).Forward(x);
                }
            }

            public static class Surgery
            {
                public static void NewHead(Net net) => net.Head = new Sequential(new Linear(4, 8), new ReLU(), new Linear(8, 3));
                public static void Add(Net net) => net.Layers.Add(new Linear(4, 4));
                public static void Remove(Net net) => net.Layers.RemoveAt(0);
            }
            """));
        Assert.Empty(program.Diagnostics);
        var assembly = program.Load();
        var net = Generation.Create(assembly, "Net");
        foreach (var step in new[] { "NewHead", "Add", "Remove", "Remove" })
        {
            Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
            assembly.GetType("Surgery")!.GetMethod(step)!.Invoke(null, [net]);
        }

        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
        Assert.Equal(new[] { "layers.0.weight", "layers.0.bias", "head.0.weight", "head.0.bias", "head.2.weight", "head.2.bias" }, net.NamedParameters().Select(named => named.Name));
    }
}
