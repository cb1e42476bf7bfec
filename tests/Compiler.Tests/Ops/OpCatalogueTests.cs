using NnGen.Compiler.Ops;
using NnGen.Compiler.Tests.Lowering;

namespace NnGen.Compiler.Tests.Ops;

/// <summary>Ops read from symbols: roles by name, hyperparameters, and every mistake in a declaration.</summary>
public class OpCatalogueTests
{
    private const string Vectors = "where V : struct => x";

    [Fact]
    public void RolesAreBoundByName()
    {
        var op = Read("""
            [Op("x: *B, K; xs: [N]...; t: long[N]?; !state: K -> y: *B, N; ~mean: N where Ho = K / 2")]
            public static partial class XOp
            {
                public static long Draws(int n, bool training) => n;
                public static void Forward(
                    ReadOnlySpan<float> x, TensorSpans xs, ReadOnlySpan<long> t, Span<float> state, Span<float> y, Span<float> mean,
                    Shape yShape, ReadOnlySpan<Shape> xsShapes, int b, int ho, RandomState random, int alternative, bool training, float p = 0.5f) { }
                public static void Backward(ReadOnlySpan<float> mean, ReadOnlySpan<float> dy, Gradient dx, GradientSpans dxs, float p) { }
            }
            """);
        Assert.Equal(
            "Input x, Input xs, Input t, Input state, Output y, Output mean, Shape y, Shape xs, Dim B, Dim Ho, Random random, Alternative alternative, Hyper training, Hyper p",
            Roles(op.Forward));
        Assert.Equal("Output mean, OutputGradient y, InputGradient x, InputGradient xs, Hyper p", Roles(op.Backward));
        Assert.Equal("Dim N, Hyper training", Roles(op.Draws));
        Assert.Equal(["training", "p"], op.Hypers.Select(h => h.Name));
        Assert.Equal("0.5f", op.Hypers[1].Default!.Text);
        Assert.True(op.Inputs[1].IsVariadic && op.Inputs[2].IsOptional && op.Inputs[3].IsState && op.Outputs[1].IsSaved);
    }

    [Fact]
    public void APartialApplyDeclaresHyperparameters()
    {
        var op = Read("""
            [Op("x: *S -> y: flatten(*S, startDim, endDim)", IsView = true)]
            public static partial class XOp { public static partial Tensor Apply(Tensor x, int startDim = 0, int endDim = -1); }
            """);
        Assert.Equal(OpKind.View, op.Kind);
        Assert.True(op.DeclaresApply);
        Assert.Equal(["startDim", "endDim"], op.ShapeHypers);
        Assert.Equal("public static partial global::NnGen.Tensor Apply(global::NnGen.Tensor x, int startDim, int endDim)", OpSignature.Apply(op));
    }

    [Fact]
    public void DefaultsEndTheSignature()
    {
        var op = Read("""
            [Op("x: N; w: N? -> values: N; at: long[N]", IsDifferentiable = false)]
            public static partial class XOp
            {
                public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> w, Span<float> values, Span<long> at, int k, Reduction reduction = Reduction.Mean) { }
            }
            """);
        Assert.Equal(
            "public static (global::NnGen.Tensor Values, global::NnGen.Tensor<long> At) Apply(global::NnGen.Tensor x, global::NnGen.Tensor? w, int k, "
            + "global::NnGen.Reduction reduction = global::NnGen.Reduction.Mean)",
            OpSignature.Apply(op));
    }

    [Fact]
    public void MetadataSaysTheSameAsSource()
    {
        const string Source = """
            [Op("x: *B, K -> y: *B, K")]
            public static partial class XOp
            {
                public static void Forward(ReadOnlySpan<float> x, Span<float> y, int k, double p = 0.25) { }
                public static void Backward(ReadOnlySpan<float> dy, Gradient dx, double p) { }
                public static Tensor Apply(Tensor x, double p = 0.25) => x;
            }
            """;
        var library = Program.Emit(new Program(Source).Compilation);
        var compiled = new Program("class User;", library).Compilation.GetTypeByMetadataName("XOp")!;
        Assert.Equal(Read(Source), OpCatalogue.Read(compiled)!.Model);
    }

    [Theory]
    [InlineData("NNG0101", "public static partial class XOp { }", "x: *S -> y: nowhere(*S)")]
    [InlineData("NNG0102", "public static class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y) { } public static void Backward(Gradient dx) { } }")]
    [InlineData("NNG0103", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> dx, Span<float> y) { } public static void Backward(Gradient dx) { } }", "x: *S; dx: *S -> y: *S")]
    [InlineData("NNG0104", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> z) { } public static void Backward(Gradient dx) { } }")]
    [InlineData("NNG0104", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y) { } public static void Backward(Gradient dx, float p) { } }")]
    [InlineData("NNG0105", "public static partial class XOp { public static void Forward(Span<float> x, Span<float> y) { } public static void Backward(Gradient dx) { } }")]
    [InlineData("NNG0105", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y) { } public static void Backward(Span<float> dx) { } }")]
    [InlineData("NNG0106", "public static partial class XOp { public static void Backward(Gradient dx) { } }")]
    [InlineData("NNG0107", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y) { } }")]
    [InlineData("NNG0107", "public readonly partial struct XOp { public V Forward<V>(V x) " + Vectors + "; }")]
    [InlineData("NNG0108", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y, RandomState random) { } public static void Backward(Gradient dx) { } }")]
    [InlineData("NNG0109", "public readonly partial struct XOp { public V Forward<V>(V x) " + Vectors + "; public V Backward<V>(V x) " + Vectors + "; }", "x: *S -> y: *S; z: *S")]
    [InlineData("NNG0110", "[Epilogue(typeof(ReluOp), \"A\", \"B\")] public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y) { } public static void Backward(Gradient dx) { } }")]
    [InlineData("NNG0111", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x, Span<float> y) { } public static void Backward(Gradient dx) { } }", "x: *S -> y: reshape(*S, sizes)")]
    [InlineData("NNG0112", "public static partial class XOp { public static void Forward(ReadOnlySpan<float> x) { } }", "x: *S -> y: *S", true)]
    public void MistakesAreNamed(string rule, string type, string contract = "x: *S -> y: *S", bool isView = false)
    {
        var reading = Reading($"""[Op("{contract}"{(isView ? ", IsView = true" : "")})] {type}""");
        Assert.Equal(rule, Assert.Single(reading.Problems).Rule.Id);
    }

    [Fact]
    public void MembersLowerByName()
    {
        var type = new Program("""
            public static class Members
            {
                [Lowers(typeof(FlattenOp))] public static Tensor Good(Tensor x, int endDim) => x;
                [Lowers(typeof(FlattenOp))] public static Tensor Bad(Tensor x, int stop) => x;
                public static Tensor Unmarked(Tensor x) => x;
            }
            """).Compilation.GetTypeByMetadataName("Members")!;
        var good = OpBinding.Of(type.GetMembers("Good").Single())!;
        Assert.Equal("NnGen.FlattenOp", good.Op.Type);
        Assert.Null(good.Receiver);
        Assert.Equal([OpArgumentKind.Tensor, OpArgumentKind.Hyper], good.Arguments.Select(a => a.Kind));
        Assert.Equal("NNG0114", Assert.Single(OpBinding.Of(type.GetMembers("Bad").Single())!.Problems).Rule.Id);
        Assert.Null(OpBinding.Of(type.GetMembers("Unmarked").Single()));
    }

    private static OpModel Read(string source)
    {
        var reading = Reading(source);
        Assert.Empty(reading.Problems);
        return reading.Model!;
    }

    private static OpReading Reading(string source) => OpCatalogue.Read(new Program(source).Compilation.GetTypeByMetadataName("XOp")!)!;

    private static string Roles(IEnumerable<OpParameter> parameters) => string.Join(", ", parameters.Select(p => $"{p.Role} {p.Target}"));
}
