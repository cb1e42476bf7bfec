namespace NnGen.Generator.Tests.Execution;

/// <summary>Modules that take parts of tensors with brackets: compiled, they agree with their op-by-op path.</summary>
public class IndexingTests
{
    [Theory]
    [InlineData("x[.., 0]")]
    [InlineData("x[1]")]
    [InlineData("x[^1].Tanh()")]
    [InlineData("x.Tanh()[1..3] * x[..^1].Sum()")]
    [InlineData("x[0, .., 1..3].Softmax(1)")]
    [InlineData("x[Tensor.Ellipsis, -1] + x[Tensor.Ellipsis, 0]")]
    [InlineData("x[.., 1..][.., ^1] * x[.., .., first]")]
    [InlineData("x[.., ..(x.Shape[1] - 1), ^last..]")]
    public void Parts_are_taken(string part)
    {
        var program = new Generation(("Net.cs", $$"""
            [Module]
            public partial class Net
            {
                private readonly int first = 1;
                private readonly int last = 2;
                public Tensor Forward([Shape("N, 3, 3")] Tensor x) => {{part}};
                public int Sum => first + last;
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 3, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(3, 3, 3));
    }
}
