namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules that derive from modules: what runs compiled is what C# runs op by op.</summary>
public class InheritanceTests
{
    private const string Source = """
        [Module]
        public abstract partial class Block
        {
            private readonly Linear fc = new(4, 4);
            protected readonly Parameter scale = new(Tensor.Rand(4));
            public abstract Tensor Forward(Tensor x);
            protected Tensor Project(Tensor x) => fc.Forward(x) * scale;
            protected virtual Tensor Activate(Tensor x) => x.Tanh();
            public Tensor Twice(Tensor x) => Activate(Activate(Project(x)));
        }

        [Module]
        public partial class Plain : Block
        {
            public override Tensor Forward(Tensor x) => Twice(x) + Project(x);
        }

        [Module]
        public partial class Sharp : Plain
        {
            private readonly Parameter shift = new(Tensor.Rand(4));
            protected override Tensor Activate(Tensor x) => base.Activate(x).Softmax(-1) + shift;
            public override Tensor Forward(Tensor x) => base.Forward(x) * 2f + Twice(x);
        }

        [Module]
        public sealed partial class Sealed : Plain
        {
            protected sealed override Tensor Activate(Tensor x) => x.Sigmoid();
        }

        [Module]
        public partial class Net(Block block)
        {
            public Tensor Forward([Shape("N, 4")] Tensor x) => block.Forward(x) + block.Twice(x);
        }

        [Module]
        public partial class Hiding : Plain
        {
            public new Tensor Forward(Tensor x) => -x;
        }

        [Module]
        public partial class Both
        {
            public Plain First { get; set; } = new Hiding();
            public Hiding Second { get; set; } = new();
            public Tensor Forward([Shape("N, 4")] Tensor x) => First.Forward(x) + Second.Forward(x);
        }

        [Module]
        public partial class HoldsLayer
        {
            public virtual Linear Head { get; } = new(4, 3);
            protected virtual float Factor => 2f;
            public Tensor Forward([Shape("N, 4")] Tensor x) => Head.Forward(x) * Factor;
        }

        [Module]
        public partial class HoldsOther : HoldsLayer
        {
            public override Linear Head { get; } = new(4, 5);
            protected override float Factor => 3f;
        }
        """;

    private static readonly Lazy<System.Reflection.Assembly> s_program = new(Load);

    [Theory]
    [InlineData("Plain")]
    [InlineData("Sharp")]
    [InlineData("Sealed")]
    public void Overrides_run_and_base_calls_do_not(string type)
    {
        var assembly = Compile();
        var block = Generation.Create(assembly, type);
        Gradients.CheckCallAgainstForward(block, Tensor.Randn(3, 4));
        Gradients.CheckCallAgainstDifferences(block, Tensor.Randn(2, 4));
        Gradients.CheckCallAgainstForward(Generation.Create(assembly, "Net", block), Tensor.Randn(3, 4));
    }

    [Fact]
    public void A_hidden_method_is_called_through_the_class_that_declares_it()
        => Gradients.CheckCallAgainstForward(Generation.Create(Compile(), "Both"), Tensor.Randn(3, 4));

    [Fact]
    public void An_overridden_property_holds_one_layer()
    {
        var net = Generation.Create(Compile(), "HoldsOther");
        Assert.Equal([("head.weight", "[5, 4]"), ("head.bias", "[5]")], net.NamedParameters().Select(named => (named.Name, named.Parameter.Shape.ToString())));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 4));
    }

    [Fact]
    public void Members_of_the_base_come_first()
        => Assert.Equal(["scale", "shift", "fc.weight", "fc.bias"], Generation.Create(Compile(), "Sharp").NamedParameters().Select(named => named.Name));

    private static System.Reflection.Assembly Compile() => s_program.Value;

    private static System.Reflection.Assembly Load()
    {
        var program = new Generation(("Net.cs", Source));
        Assert.Empty(program.Diagnostics);
        return program.Load();
    }
}
