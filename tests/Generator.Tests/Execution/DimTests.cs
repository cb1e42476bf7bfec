namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules that read the sizes of their tensors: compiled, they agree with their op-by-op path.</summary>
public class DimTests
{
    [Theory]
    [InlineData("N, 2, 3, 4", "return x.View(x.Shape[0], -1).Tanh();")]
    [InlineData("N, 2, 3, 4", "var (n, c, h, w) = x.Shape; return x.Tanh().View(n, c * h * w).Softmax(1);")]
    [InlineData("N, C, H, W", "var (n, c, h, w) = x.Shape; return x.Tanh().View(n * c, h * w).Softmax(1);")]
    [InlineData(null, "var (n, c, _, _) = x.Shape; return x.View(n, c, -1).Softmax(2);")]
    [InlineData(null, "var y = x.Reshape(-1, x.Shape[^1]); return y.Softmax(x.Rank - 3) * (1f / y.Shape[0]);")]
    [InlineData(null, "var shape = x.Flatten(1).Shape; return x.Sigmoid().View(shape[0], shape[1] / 2, shape.Rank);")]
    [InlineData("N, 2, 3, 4", "return x.View(x.Shape[0], -1) * MathF.Sqrt(x.Shape[1] * x.Shape[2]);")]
    [InlineData("*B, 4", "return x.View(-1, x.Shape[^1] / scale.Shape[0], 2).Softmax(1) * scale;")]
    public void Dims_are_read(string? shape, string body)
    {
        var attribute = shape is null ? "" : $"[Shape(\"{shape}\")] ";
        var program = new Generation(("Net.cs", $$"""
            using System;
            [Module]
            public partial class Net
            {
                private readonly Parameter scale = new(Tensor.Rand(2));
                public Tensor Forward({{attribute}}Tensor x) { {{body}} }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 2, 3, 4));
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(5, 2, 3, 4));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(2, 2, 3, 4));
    }

    [Fact]
    public void Known_dims_are_written_as_numbers()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                [return: Shape("N, 24")]
                public Tensor Forward([Shape("N, 2, 3, 4")] Tensor x) { var (n, c, h, w) = x.Shape; return x.View(n, c * h * w) * (1f / w); }
            }
            """));
        Assert.Empty(program.Diagnostics);
        Assert.Contains("1f / 4", program.Text("Net.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_of_another_rank_is_refused_when_bound()
    {
        var program = new Generation(("Net.cs", """
            [Module]
            public partial class Net
            {
                public Tensor Forward(Tensor x) { var (n, c) = x.Shape; return x.View(c, n); }
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = (IModule<Tensor, Tensor>)Generation.Create(program.Load(), "Net");
        var expected = Assert.Throws<ShapeException>(() => net.Forward(Tensor.Ones(2, 3, 1)));
        Assert.Equal("The shape [2, 3, 1] has 3 dimensions, but 2 are expected.", expected.Message);
        Assert.Equal(expected.Message, Assert.Throws<ShapeException>(() => net.Call(Tensor.Ones(2, 3, 1))).Message);
    }
}
