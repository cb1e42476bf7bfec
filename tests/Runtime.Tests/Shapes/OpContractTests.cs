using NnGen.CompilerServices;

namespace NnGen.Tests.Shapes;

public class OpContractTests
{
    private const string Linear = "x: *B, K; weight: N, K; bias: N? -> y: *B, N";

    [Fact]
    public void BindsShapesDimsAndAlternatives()
    {
        var bound = OpContract.Parse(Linear).Infer("fc1", [new Shape?([4, 5, 784]), new Shape?([128, 784]), null], []);
        Assert.Equal([4, 5, 128], bound[0]);
        Assert.Equal((20, 784, 128), (bound.Dim("B"), bound.Dim("K"), bound.Dim("N")));
        Assert.Equal(0, bound.Alternative);
        Assert.Throws<ArgumentException>(() => bound.Dim("Q"));
    }

    [Fact]
    public void HyperparametersComeInTheContractsOrder()
    {
        var flatten = OpContract.Parse("x: *S -> y: flatten(*S, startDim, endDim)");
        Assert.Equal([4, 784], flatten.Infer("F.Flatten", [new Shape?([4, 1, 28, 28])], [1, -1])[0]);
        var swapped = OpContract.Parse("x: *S -> y: flatten(*S, startDim, endDim)", "endDim", "startDim");
        Assert.Equal([4, 784], swapped.Infer("F.Flatten", [new Shape?([4, 1, 28, 28])], [-1, 1])[0]);
        var reduce = OpContract.Parse("x: *S -> y: reduce(*S, dims, keepDim)");
        Assert.Equal([4, 1], reduce.Infer("F.Sum", [new Shape?([4, 3])], [new[] { 1 }, true])[0]);
        Assert.Equal([1, 1], reduce.Infer("F.Sum", [new Shape?([4, 3])], [(int[]?)null, true])[0]);
        Assert.Throws<ArgumentException>(() => reduce.Infer("F.Sum", [new Shape?([4, 3])], [true]));
    }

    [Fact]
    public void AlternativesAreTriedInOrder()
    {
        var loss = OpContract.Parse("x: *S; target: *S -> y: *S when reduction == 0 | x: *S; target: *S -> y: ()");
        Assert.Equal((0, 1), (loss.Infer("F.MseLoss", [new Shape?([3]), new Shape?([3])], [0]).Alternative, loss.Infer("F.MseLoss", [new Shape?([3]), new Shape?([3])], [1]).Alternative));
    }

    [Fact]
    public void EmptyBatchesFit()
        => Assert.Equal([0, 128], OpContract.Parse(Linear).Infer("fc1", [new Shape?([0, 784]), new Shape?([128, 784]), null], [])[0]);

    [Theory]
    [InlineData("fc1 <- x; this.fc1.Weight; this.fc1.Bias", "'fc1' takes 9216 features, but 'x' is [4, 64, 12, 12]: flatten it first (64·12·12 = 9216)")]
    [InlineData("Linear", "'Linear' takes 9216 features, but 'x' is [4, 64, 12, 12]: flatten it first (64·12·12 = 9216)")]
    public void MismatchesReadAsWhileTyping(string site, string expected)
    {
        var contract = OpContract.Parse(Linear);
        var error = Assert.Throws<ShapeException>(() => contract.Infer(site, [new Shape?([4, 64, 12, 12]), new Shape?([128, 9216]), null], []));
        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public void ASizeThatDoesNotFitAnIntIsRefused()
    {
        var outer = OpContract.Parse("a: N; c: M -> y: N*M");
        var error = Assert.Throws<ShapeException>(() => outer.Infer("f", [new Shape?([1_000_000]), new Shape?([1_000_000])], []));
        Assert.Equal("'f' has no shape for 'a' [1000000] and 'c' [1000000]: the sizes are too large", error.Message);
    }

    [Fact]
    public void AWrongContractSaysWhere()
        => Assert.StartsWith("'x: *S' is no contract (at 5): Expected '->'", Assert.Throws<ArgumentException>(() => OpContract.Parse("x: *S")).Message, StringComparison.Ordinal);

    [Fact]
    public void RepeatedShapesAllocateNothing()
    {
        var contract = OpContract.Parse(Linear);
        Shape x = [4, 784], weight = [128, 784];
        contract.Infer("fc1", [x, weight, null], []);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            contract.Infer("fc1", [x, weight, null], []);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void ListsAreComparedByContent()
    {
        var reduce = OpContract.Parse("x: *S -> y: reduce(*S, dims, keepDim)");
        int[] dims = [0];
        Assert.Equal([3], reduce.Infer("F.Sum", [new Shape?([4, 3])], [dims, false])[0]);
        dims[0] = 1;
        Assert.Equal([4], reduce.Infer("F.Sum", [new Shape?([4, 3])], [dims, false])[0]);
    }

    [Fact]
    public void ManyThreadsMayInferAtOnce()
    {
        var contract = OpContract.Parse(Linear);
        Parallel.For(0, 2000, i =>
        {
            var bound = contract.Infer("fc1", [new Shape?([i % 37, 784]), new Shape?([i % 11, 784]), null], []);
            Assert.Equal([i % 37, i % 11], bound[0]);
        });
    }
}
