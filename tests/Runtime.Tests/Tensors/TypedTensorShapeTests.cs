namespace NnGen.Tests.Tensors;

/// <summary>Tensors that do not hold floats take the same shapes and parts as those that do.</summary>
public class TypedTensorShapeTests
{
    private static readonly Tensor<long> s_numbers = Tensor<long>.Arange(24).View(2, 3, 4);
    private static readonly Tensor s_floats = Tensor.Arange(24).View(2, 3, 4);

    public static TheoryData<string> Names => [.. s_cases.Keys];

    private static readonly Dictionary<string, (Func<Tensor<long>, Tensor<long>> Typed, Func<Tensor, Tensor> Float)> s_cases = new()
    {
        ["number"] = (x => x[1], x => x[1]),
        ["range and number"] = (x => x[.., 1..3, ^1], x => x[.., 1..3, ^1]),
        ["ellipsis"] = (x => x[Tensor.Ellipsis, 0], x => x[Tensor.Ellipsis, 0]),
        ["new dims"] = (x => x[.., null, 1, Tensor.Ellipsis, null], x => x[.., null, 1, Tensor.Ellipsis, null]),
        ["slice"] = (x => x.Slice(2, 0, step: 2), x => x.Slice(2, 0, step: 2)),
        ["select"] = (x => x.Select(1, 2), x => x.Select(1, 2)),
        ["flatten"] = (x => x.Flatten(1), x => x.Flatten(1)),
        ["transpose"] = (x => x.Transpose(0, 2), x => x.Transpose(0, 2)),
        ["permute"] = (x => x.Permute(1, 2, 0), x => x.Permute(1, 2, 0)),
        ["unsqueeze, expand"] = (x => x.Unsqueeze(1).Expand(2, 5, 3, 4), x => x.Unsqueeze(1).Expand(2, 5, 3, 4)),
        ["squeeze"] = (x => x[..1].Squeeze(), x => x[..1].Squeeze()),
        ["cat"] = (x => F.Cat([x, x[..1]], 0), x => F.Cat([x, x[..1]], 0)),
        ["stack"] = (x => F.Stack([x, x], 1), x => F.Stack([x, x], 1)),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void They_agree_with_floats(string name)
    {
        var (typed, expected) = s_cases[name];
        var found = typed(s_numbers);
        Assert.Equal(expected(s_floats).Shape, found.Shape);
        Assert.Equal(expected(s_floats).ToArray(), found.ToArray().Select(value => (float)value));
    }

    [Fact]
    public void Null_is_a_new_dim()
    {
        Assert.Equal([2, 1, 3, 4, 1], s_floats[.., null, .., .., null].Shape);
        Assert.Equal([1, 2, 3, 1, 4], s_floats[null, Tensor.Ellipsis, null, ..].Shape);
        Assert.Equal([2, 1, 3, 1], s_floats[.., null, Tensor.Ellipsis, 2, null].Shape);
        Assert.Equal(s_floats.ToArray(), s_floats[.., null].ToArray());
    }

    [Fact]
    public void A_view_shares_memory()
    {
        var x = Tensor<long>.Zeros(2, 3);
        x.View(6).Fill(7);
        Assert.All(x.ToArray(), value => Assert.Equal(7, value));
    }
}
