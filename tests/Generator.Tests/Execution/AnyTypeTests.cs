namespace NnGen.Generator.Tests.Execution;

/// <summary>Ops over any element type: shapes and parts of index tensors in compiled methods.</summary>
public class AnyTypeTests
{
    [Theory]
    [InlineData("places[0]")]
    [InlineData("places[.., 1..3]")]
    [InlineData("places[.., ..x.Shape[0]]")]
    [InlineData("places.Flatten()")]
    [InlineData("places.View(-1, 2)")]
    [InlineData("places.Transpose(0, 1)")]
    [InlineData("places.Permute(1, 0).Reshape(6, 2)")]
    [InlineData("places[1].Unsqueeze(1).Expand(4, 2).Squeeze()")]
    [InlineData("F.Cat([places[.., 1..], places], dim: 1)")]
    [InlineData("F.Stack([places[0], places[2]])")]
    [InlineData("F.Flatten(places, 0, 1)")]
    public void Index_tensors_take_shapes_and_parts(string indices)
    {
        var program = new Generation(("Net.cs", $$"""
            [Module]
            public partial class Net
            {
                private readonly Embedding table = new(12, 3);
                [Buffer] private readonly Tensor<long> places = Tensor<long>.From([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8], 3, 4);
                public Tensor Forward([Shape("N, 3")] Tensor x) => table.Forward({{indices}}).Tanh() * x.Sum();
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(3, 3));
    }

    [Fact]
    public void A_users_op_over_any_type_runs_on_floats_and_on_indices()
    {
        var program = new Generation(("Net.cs", """
            using System;

            [Op("x: any[N, *S] -> y: any[N, *S]")]
            public static partial class ReverseOp
            {
                public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, int n, int s) where T : unmanaged
                {
                    for (var i = 0; i < n; i++)
                        x.Slice(i * s, s).CopyTo(y.Slice((n - 1 - i) * s, s));
                }

                public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int n, int s)
                {
                    for (var i = 0; i < n; i++)
                        new Gradient(dx.Span.Slice((n - 1 - i) * s, s), dx.Accumulate).Write(dy.Slice(i * s, s));
                }
            }

            [Module]
            public partial class Net
            {
                private readonly Embedding table = new(12, 3);
                [Buffer] private readonly Tensor<long> places = Tensor<long>.From([3, 1, 4], 3);
                public Tensor Forward([Shape("3, 3")] Tensor x) => table.Forward(ReverseOp.Apply(places)) * ReverseOp.Apply(x) + x;
            }
            """));
        Assert.Empty(program.Diagnostics);
        var net = Generation.Create(program.Load(), "Net");
        Gradients.CheckCallAgainstForward(net, Tensor.Randn(3, 3));
        Gradients.CheckCallAgainstDifferences(net, Tensor.Randn(3, 3));
    }
}
