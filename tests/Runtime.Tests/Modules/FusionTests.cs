namespace NnGen.Tests.Modules;

/// <summary>Layers that take a batch norm in.</summary>
public class FusionTests
{
    [Fact]
    public void A_convolution_takes_its_norm_in()
    {
        Check(new Conv1d(4, 6, 3, padding: 1, groups: 2), new BatchNorm1d(6), NnUtils.FuseConvBnEval, Tensor.Randn(2, 4, 5));
        Check(new Conv2d(2, 6, (3, 2), stride: 2, bias: false), new BatchNorm2d(6), NnUtils.FuseConvBnEval, Tensor.Randn(2, 2, 5, 6));
        Check(new Conv3d(2, 3, 2), new BatchNorm3d(3, affine: false), NnUtils.FuseConvBnEval, Tensor.Randn(2, 2, 3, 3, 3));
    }

    [Fact]
    public void A_linear_layer_takes_its_norm_in()
        => Check(new Linear(4, 3), new BatchNorm1d(3), NnUtils.FuseLinearBnEval, Tensor.Randn(5, 4));

    [Fact]
    public void In_training_it_is_refused()
        => Assert.Throws<InvalidOperationException>(() => NnUtils.FuseLinearBnEval(new Linear(4, 3), new BatchNorm1d(3)));

    [Fact]
    public void Transposed_weights_are_scaled_along_their_second_dim()
    {
        var (weight, bias) = NnUtils.FuseConvBnWeights(
            Tensor.Ones(1, 2, 2), null, Tensor.From([1f, 2]), Tensor.From([3f, 0]), 1, Tensor.From([4f, 5]), null, transpose: true);
        Assert.Equal([2f, 2, 5, 5], weight.ToArray());
        Assert.Equal([-2f, -10], bias.ToArray());
    }

    private static void Check<TLayer, TNorm>(TLayer layer, TNorm norm, Func<TLayer, TNorm, TLayer> fuse, Tensor x)
        where TLayer : Module, IModule<Tensor, Tensor>
        where TNorm : Module, IModule<Tensor, Tensor>
    {
        foreach (var (key, buffer) in norm.NamedBuffers())
        {
            if (buffer is Tensor values)
                values.CopyFrom(Tensor.Rand(values.Shape) + 0.5f);
        }

        layer.Eval();
        norm.Eval();
        var expected = norm.Call(layer.Call(x)).ToArray();
        var fused = fuse(layer, norm);
        Assert.False(fused.Training);
        var actual = fused.Call(x).ToArray();
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }
}
