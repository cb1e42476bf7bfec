namespace NnGen.Compiler.Tests.Lowering;

/// <summary>Conditions that binding decides: each way through them is a variant of the method.</summary>
public class VariantTests
{
    private const string Relu = "%1.y = ReluOp(x: %0.x)";

    [Theory]
    [InlineData("Tensor y; if (deep) y = F.Relu(x); else y = -x; return y;", "this.deep", Relu, "!this.deep", "%1.y = NegOp(x: %0.x)")]
    [InlineData("var y = depth > 2 ? F.Relu(x) : -x; return y;", "(this.depth > 2)", Relu, "!(this.depth > 2)", "%1.y = NegOp(x: %0.x)")]
    [InlineData("if (deep) { var y = F.Relu(x); return y; } return -x;", "this.deep", Relu, "!this.deep", "%1.neg = NegOp(x: %0.x)")]
    [InlineData("var y = child != null ? child.Forward(x) : -x; return y;", "(child == null)", "%1.y = NegOp(x: %0.x)", "!(child == null)", "%1.y = child.Forward(Float32) of NnGen.ReLU(%0.x)")]
    [InlineData("var y = child?.Forward(x) ?? -x; return y;", "(child == null)", "%1.y = NegOp(x: %0.x)", "!(child == null)", "%1.y = child.Forward(Float32) of NnGen.ReLU(%0.x)")]
    [InlineData("Tensor y; if (child is { } c) y = c.Forward(x); else y = -x; return y;", "(child == null)", "%1.y = NegOp(x: %0.x)", "!(child == null)", "%1.y = child.Forward(Float32) of NnGen.ReLU(%0.x)")]
    [InlineData("var y = mode switch { Reduction.Sum => F.Relu(x), _ => -x }; return y;", "(this.mode == global::NnGen.Reduction.Sum)", Relu, "!(this.mode == global::NnGen.Reduction.Sum)", "%1.y = NegOp(x: %0.x)")]
    [InlineData("Tensor y; switch (depth) { default: y = -x; break; case 3: y = F.Relu(x); break; } return y;", "(this.depth == 3)", Relu, "!(this.depth == 3)", "%1.y = NegOp(x: %0.x)")]
    [InlineData("var y = x; if (x.Shape[0] == 1) y = F.Relu(x); if (x.Shape[0] == 1) return y; return -y;", "(%0.dim(0) == 1)", Relu, "!(%0.dim(0) == 1)", "%1.neg = NegOp(x: %0.x)")]
    public void Either_way_is_a_variant(string body, string first, string firstLine, string second, string secondLine)
    {
        var lines = Lines(body);
        Assert.Equal(
            ["Forward(%0.x: Float32) -> Float32", "when " + first, firstLine, "when " + second, secondLine],
            lines.Where(line => !line.StartsWith("Forward", StringComparison.Ordinal) || lines[0] == line));
    }

    [Fact]
    public void Conditions_that_are_the_same_are_decided_once_and_others_multiply()
    {
        var lines = Lines("if (deep) x = -x; if (depth == 1 && !deep) x = F.Relu(x); if (deep) x = -x; return x;");
        Assert.Equal(
            ["when this.deep", "when (!this.deep && (this.depth == 1))", "when (!this.deep && !(this.depth == 1))"],
            lines.Where(line => line.StartsWith("when", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_captured_parameter_that_is_assigned_decides_at_each_call()
    {
        var program = new Program("[Module] public partial class Net(int depth) { public void Deepen() => depth++; public Tensor Forward(Tensor x) => depth > 0 ? x : -x; }");
        Assert.Empty(program.Problems());
        Assert.Contains("branch on (live this.depth > 0)", program.Print(), StringComparison.Ordinal);
    }

    private static string[] Lines(string body)
    {
        var program = new Program($$"""
            [Module] public partial class Net(bool deep, int depth, Reduction mode)
            {
                private readonly ReLU? child = deep ? new ReLU() : null;
                public Tensor Forward(Tensor x) { {{body}} }
            }
            """);
        Assert.Empty(program.Errors);
        return [.. program.Print().Split('\n').SkipWhile(l => !l.StartsWith("  Forward", StringComparison.Ordinal)).Select(l => l.Split("   //")[0].Trim())];
    }
}
