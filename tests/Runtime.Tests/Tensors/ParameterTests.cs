namespace NnGen.Tests.TensorTests;

public class ParameterTests
{
    [Fact]
    public void ItCopiesAndIsALeafThatWantsAGradient()
    {
        var data = Tensor.From([1f, 2]);
        var parameter = new Parameter(data);
        data.Fill(9);
        Assert.Equal([1f, 2], parameter.ToArray());
        Assert.True(parameter.RequiresGrad);
        Assert.True(parameter.IsLeaf);
        Assert.Null(parameter.Grad);
        Assert.False(new Parameter(data, requiresGrad: false).RequiresGrad);
    }

    [Fact]
    public void TheFirstWriteOverwritesAndLaterOnesAdd()
    {
        var parameter = new Parameter(Tensor.Ones(1));
        var first = parameter.Gradient;
        Assert.False(first.Accumulate);
        first.Span[0] = 3;
        Assert.True(parameter.Gradient.Accumulate);
        parameter.ZeroGrad();
        Assert.False(parameter.HasGradient);
        Assert.False(parameter.Gradient.Accumulate);
    }

    [Fact]
    public void AFrozenParameterWantsNone()
    {
        var parameter = new Parameter(Tensor.Ones(1)) { RequiresGrad = false };
        Assert.False(parameter.Gradient.IsWanted);
        Assert.Null(parameter.Grad);
    }

    [Fact]
    public void TheGradientsMemoryIsUsedAgainWhereNobodyHoldsIt()
    {
        var parameter = new Parameter(Tensor.Ones(1));
        parameter.Gradient.Write([1]);
        ref var memory = ref parameter.GradientValues[0];
        parameter.ZeroGrad();
        parameter.Gradient.Write([2]);
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(ref memory, ref parameter.GradientValues[0]));
    }

    [Fact]
    public void AGradientThatWasHandedOutIsNotOverwrittenAfterZeroGrad()
    {
        var parameter = new Parameter(Tensor.Ones(1));
        parameter.Gradient.Write([1]);
        var held = parameter.Grad!;
        Assert.Same(held, parameter.Grad);

        // Until then it is the gradient, and sees what is added.
        parameter.Gradient.Write([1]);
        Assert.Equal(2, held.Item());

        parameter.ZeroGrad();
        Assert.Null(parameter.Grad);
        parameter.Gradient.Write([5]);
        Assert.Equal(2, held.Item());
        Assert.Equal(5, parameter.Grad!.Item());
    }

    [Fact]
    public void ZeroGradCanFillZeros()
    {
        var parameter = new Parameter(Tensor.Ones(2));
        parameter.ZeroGrad(setToNone: false);
        Assert.Null(parameter.Grad);
        parameter.Gradient.Write([1, 2]);
        parameter.ZeroGrad(setToNone: false);
        Assert.Equal([0f, 0], parameter.Grad!.ToArray());
    }

    [Fact]
    public void SettingTheGradientCopiesIt()
    {
        var parameter = new Parameter(Tensor.Ones(2));
        var gradient = Tensor.From([1f, 2]);
        parameter.Grad = gradient;
        parameter.Gradient.Write([10, 10]);
        Assert.Equal([1f, 2], gradient.ToArray());
        Assert.Equal([11f, 12], parameter.Grad.ToArray());
        parameter.Grad = null;
        Assert.False(parameter.HasGradient);
    }

    [Fact]
    public void SettingTheGradientDoesNotOverwriteTheOneThatWasHandedOut()
    {
        var parameter = new Parameter(Tensor.Ones(1));
        parameter.Gradient.Write([1]);
        var held = parameter.Grad!;
        parameter.Grad = Tensor.From([9f]);
        Assert.Equal(1, held.Item());
        Assert.Equal(9, parameter.Grad!.Item());
        parameter.Grad = parameter.Grad;
        Assert.Equal(9, parameter.Grad!.Item());
    }
}
