using NnGen.Compiler.Lowering;

namespace NnGen.Compiler.Tests.Lowering;

public class MemberTests
{
    [Theory]
    [InlineData("fc1", "fc1")]
    [InlineData("_fc1", "fc1")]
    [InlineData("selfAttn", "self_attn")]
    [InlineData("weightIhL0", "weight_ih_l0")]
    [InlineData("RNNCell", "rnn_cell")]
    [InlineData("layer1Norm", "layer1_norm")]
    [InlineData("Weight", "weight")]
    [InlineData("conv2D", "conv2d")]
    [InlineData("in_proj", "in_proj")]
    public void Keys_are_PyTorchs(string member, string key) => Assert.Equal(key, StateKey.Of(member));

    [Fact]
    public void Parameters_buffers_children_and_scalars() => Assert.Equal(
        """
        module Net(int hidden in hidden, int heads = 8 in heads, bool bias = true in bias, float p = 0.5f)
          scalar headDim = (hidden / heads)
          scalar Depth = 3
          parameter scale "scale": NnGen.Parameter [1]
          parameter Query "q": NnGen.Parameter [heads, hidden // heads] public
          parameter shift "shift": NnGen.Parameter? [hidden] if bias
          buffer mean "mean": NnGen.Tensor [hidden * 4, 2]
          buffer steps "steps": NnGen.Tensor`1 [1] settable transient
          module up "up": NnGen.Linear(inFeatures: hidden, outFeatures: (hidden * 4), bias: bias)
          module maybe "maybe": NnGen.ReLU? if !bias settable
          Forward(%0.x: Float32[*B, hidden]) -> %0.x: Float32[*B, hidden]
        """.Replace(" if !bias settable", " settable"),
        new Program(
            """
            [Module] public partial class Net(int hidden, int heads = 8, bool bias = true, float p = 0.5f)
            {
                private readonly int headDim = hidden / heads;
                private const int Width = 4;
                private readonly int Depth = Width - 1;
                public float P { get; set; } = p;
                private readonly Parameter scale = new(Tensor.Ones(1));
                [Name("q")] public Parameter Query { get; } = new(Tensor.Zeros(heads, hidden / heads));
                private readonly Parameter? shift = bias ? new Parameter(Tensor.Zeros(hidden)) : null;
                [Buffer] private readonly Tensor mean = Tensor.Full(new[] { hidden * Width, 2 }, 0.5f);
                [Buffer(Persistent = false)] private Tensor<long> steps = Tensor<long>.Zeros(1);
                private readonly Linear up = new(hidden, hidden * 4, bias);
                private ReLU? maybe = bias ? null : new ReLU();
                private static readonly Tensor s_shared = Tensor.Zeros(1);
                [return: Shape("*B, hidden")] public Tensor Forward([Shape("*B, hidden")] Tensor x) => x;
            }
            """).Print());

    [Fact]
    public void Members_set_in_the_constructor_body() => Assert.Equal(
        """
        module Net(int hidden in size, int outputs)
          scalar size = hidden
          module first "first": NnGen.Linear(inFeatures: 784, outFeatures: (hidden * 2), bias: true)
          module second "second": NnGen.Linear(inFeatures: (hidden * 2), outFeatures: outputs, bias: false) public
          Forward(%0.x: Float32) -> %2.second: Float32
            %1.first = first.Forward(Float32) of NnGen.Linear(%0.x)   // second.Forward(first.Forward(x))
            %2.second = second.Forward(Float32) of NnGen.Linear(%1.first)   // second.Forward(first.Forward(x))
        """,
        new Program(
            """
            [Module] public partial class Net
            {
                private readonly int size;
                private readonly Linear first;
                public Linear Second => second;
                public readonly Linear second;
                public Net() : this(64, 10) { }
                public Net(int hidden, int outputs)
                {
                    this.size = hidden;
                    var wide = hidden * 2;
                    first = new Linear(28 * 28, wide);
                    second = new(bias: false, inFeatures: wide, outFeatures: outputs);
                }
                public Tensor Forward(Tensor x) => second.Forward(first.Forward(x));
            }
            """).Print());

    [Fact]
    public void Generic_nested_and_partial_classes_bind_to_their_headers()
    {
        var program = new Program(
            """
            namespace Models;
            using Result = Tensor;
            public partial class Outer<T>
            {
                [Module] public partial class Block<TAct>(TAct act) where TAct : NnGen.Module
                {
                    public Result Forward(Result x) => new Helper().Use(x);
                }
            }
            public partial class Outer<T> { public partial class Block<TAct> { private readonly Linear fc = new(1, 1); } }
            public class Helper { public Tensor Use(Tensor x) { var b = new Outer<int>.Block<ReLU>(new()); return b.Call(x) + b.Predict(x); } }
            """);
        Assert.Empty(program.Errors);
    }
}
