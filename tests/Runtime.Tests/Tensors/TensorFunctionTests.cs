namespace NnGen.Tests.TensorTests;

/// <summary>Functions of tensors outside compiled code: types, masks, assigned parts, errors in PyTorch's words.</summary>
public class TensorFunctionTests
{
    [Fact]
    public void SumsOfBooleansAndIntegersAreLong()
    {
        var mask = Tensor<bool>.From([true, false, true, true], 2, 2);
        Assert.Equal(3, mask.Sum().Item());
        Assert.Equal([1L, 2], mask.Sum(1).ToArray());
        Assert.Equal(300, Tensor<byte>.From([200, 100]).Sum().Item());
        Assert.Equal([0.5f, -3.5f], (Tensor<int>.From([1, 7]) / Tensor<int>.From([2, -2])).ToArray());
    }

    [Fact]
    public void IntegersDivideDownwards()
    {
        var x = Tensor<long>.From([7L, -7]);
        Assert.Equal([3L, -4], x.FloorDivide(2).ToArray());
        Assert.Equal([1L, 1], (x % 2).ToArray());
        Assert.Throws<DivideByZeroException>(() => x.FloorDivide(0));
        Assert.Throws<NotSupportedException>(() => Tensor<bool>.Ones(2) + Tensor<bool>.Ones(2));
        Assert.Throws<NotSupportedException>(() => ~Tensor<double>.Ones(2));
    }

    [Fact]
    public void LogicOfMasksBroadcasts()
    {
        var rows = Tensor<bool>.From([true, false], 2, 1);
        var columns = Tensor<bool>.From([true, false, true]);
        Assert.Equal([true, false, true, false, false, false], (rows & columns).ToArray());
        Assert.Equal([false, true, false], (!columns).ToArray());
        Assert.Equal([true, false, true, true, false, true], rows.LogicalOr(columns).LogicalAnd(columns).ToArray());
    }

    [Fact]
    public void ConversionsCutOffWhatFollowsThePoint()
    {
        var x = Tensor.From([-1.7f, 0, 2.9f]);
        Assert.Equal([-1L, 0, 2], x.Long().ToArray());
        Assert.Equal([true, false, true], x.Bool().ToArray());
        Assert.Equal([1f, 0, 1], x.Bool().Float().ToArray());
        Assert.Equal([-1, 0, 2], x.Double().To<int>().ToArray());
        Assert.Same(x, x.Float());
    }

    [Fact]
    public void MasksPickElementsAndSlices()
    {
        var x = Tensor.Arange(6).View(2, 3);
        Assert.Equal([4f, 5], x[x.Gt(3)].ToArray());
        var rows = x[Tensor<bool>.From([false, true])];
        Assert.Equal([1, 3], rows.Shape.ToArray());
        Assert.Equal([3f, 4, 5], rows.ToArray());
        Assert.Equal([1L, 1, 1, 2], x.Gt(3).Nonzero().ToArray());
        Assert.Equal([2L, 5], Tensor<long>.From([2L, 3, 5])[Tensor<bool>.From([true, false, true])].ToArray());
        Assert.Throws<ShapeException>(() => _ = x[Tensor<bool>.Ones(3)]);
    }

    [Fact]
    public void GradientsFlowThroughMasks()
    {
        var x = Tensor.From([1f, 2, 3]);
        x.RequiresGrad = true;
        x[x.Gt(1.5)].Square().Sum().Backward();
        Assert.Equal([0f, 4, 6], x.Grad!.ToArray());
    }

    [Fact]
    public void PartsAreAssigned()
    {
        var x = Tensor.Zeros(2, 3);
        x[1] = Tensor.From([1f, 2, 3]);
        x[.., 0] = Tensor.From(7f);
        x[x.Eq(2)] = Tensor.From(9f);
        Assert.Equal([7f, 0, 0, 7, 9, 3], x.ToArray());
        x[Tensor<bool>.From([true, false])] = Tensor.Ones(3);
        Assert.Equal([1f, 1, 1, 7, 9, 3], x.ToArray());
        var labels = Tensor<long>.Zeros(3);
        labels[1..] = Tensor<long>.From(4L);
        Assert.Equal([0L, 4, 4], labels.ToArray());
        var y = new Parameter(Tensor.Ones(2));
        Assert.Throws<AutogradException>(() => y[0] = Tensor.From(1f));
        Assert.Throws<AutogradException>(() => x[0] = y.Sum().Expand(3));
    }

    [Fact]
    public void TheFirstDimIsEnumerated()
    {
        var sums = new List<float>();
        foreach (var row in Tensor.Arange(6).View(2, 3))
            sums.Add(row.Sum().Item());
        Assert.Equal([3f, 12], sums);
    }

    [Fact]
    public void DistinctElementsAreCounted()
    {
        var values = Tensor<long>.From([3L, 1, 3, 2], 2, 2).Unique(out var inverse, out var counts);
        Assert.Equal([1L, 2, 3], values.ToArray());
        Assert.Equal([2L, 0, 2, 1], inverse.ToArray());
        Assert.Equal([1L, 1, 2], counts.ToArray());
    }

    [Fact]
    public void SortingOfAnyType()
    {
        var (values, indices) = Tensor<int>.From([3, 1, 2]).Sort(descending: true);
        Assert.Equal([3, 2, 1], values.ToArray());
        Assert.Equal([0L, 2, 1], indices.ToArray());
        Assert.Equal(2, Tensor<byte>.From([1, 7, 9]).ArgMax().Item());
        Assert.Equal(-3, Tensor<long>.From([4L, -3]).Min().Item());
        Assert.Equal(double.NaN, Tensor<double>.From([1, double.NaN]).Sort().Values.ToArray()[1]);
    }

    [Fact]
    public void ClassesBecomeVectors()
    {
        Assert.Equal([0L, 0, 1, 1, 0, 0], F.OneHot(Tensor<long>.From([2L, 0])).ToArray());
        Assert.Contains("smaller than num_classes", Assert.Throws<ArgumentOutOfRangeException>(() => F.OneHot(Tensor<long>.From([2L]), 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorsNameWhatIsWrong()
    {
        var x = Tensor.Zeros(2, 3);
        Message("selected index k out of range", () => x.TopK(4));
        Message("index 3 is out of bounds for dimension 1 with size 3", () => x.Gather(1, Tensor<long>.Full([2, 1], 3)));
        Message("same number of dimensions", () => x.Gather(1, Tensor<long>.Zeros(2)));
        Message("smaller than tensor", () => x.Gather(1, Tensor<long>.Zeros(3, 1)));
        Message("index 2 is out of bounds for dimension 0 with size 2", () => _ = x[Tensor<long>.From([2L])]);
        Message("add up to 4", () => x.Split([2, 2], 1));
        Message("greater than 0", () => x.Chunk(0));
        Message("does not match the number of dimensions", () => F.Einsum("ijk->i", x));
        Message("appears more than once in the output", () => F.Einsum("ij->ii", x));
        Message("'j', which has size 3 elsewhere", () => F.Einsum("ij,jk->ik", x, x));
        Message("must have length 3", () => F.Cross(x[.., ..2], x[.., ..2]));
        Message("not enough values to unpack (expected 3)", () => { var (_, _, _) = x.Chunk(2); });
        Message("cannot sample n_sample > prob_dist.size(-1)", () => Tensor.Ones(2).Multinomial(3));
        Message("element < 0", () => Tensor.From([1f, -1]).Multinomial(1));
        Message("sum of probabilities <= 0", () => Tensor.Zeros(2).Multinomial(1));
    }

    [Fact]
    public void ClosenessOfTensors()
    {
        var x = Tensor.From([1f, float.NaN, float.PositiveInfinity]);
        Assert.Equal([true, false, true], F.IsClose(x, x).ToArray());
        Assert.True(F.AllClose(x, x, equalNan: true));
        Assert.False(F.AllClose(Tensor.Ones(2), Tensor.Ones(2) * 1.001));
        Assert.False(F.Equal(Tensor.Ones(2), Tensor.Ones(1, 2)));
        Assert.True(F.Equal(Tensor<long>.Arange(3), Tensor<long>.From([0L, 1, 2])));
    }

    private static void Message(string expected, Action action)
        => Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
