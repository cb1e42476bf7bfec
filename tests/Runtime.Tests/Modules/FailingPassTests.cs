using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class FailingPassTests
{
    private readonly SquaredScale _module = new(2);
    private readonly Tensor _x = Tensor.From([1, 2, 3, 4], 2, 2);

    private static void Fail() => throw new DivideByZeroException();

    [Fact]
    public void ForwardReturnsItsWorkspace()
    {
        _module.OnForward = Fail;
        for (var i = 0; i < 10; i++)
            Assert.Throws<DivideByZeroException>(() => _module.Call(_x));
        Assert.Equal(1, _module.Runtime.Pool.Count);

        _module.OnForward = null;
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 40], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void BackwardReturnsItsWorkspaceAndTakesBackFirstGradients()
    {
        _module.OnBackward = Fail;
        for (var i = 0; i < 10; i++)
        {
            Assert.Throws<DivideByZeroException>(() => _module.Call(_x).Backward(Tensor.Ones(2, 2)));
            Assert.Null(_module.Weight.Grad);
        }

        Assert.Equal(1, _module.Runtime.Pool.Count);
        _module.OnBackward = null;
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 40], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void BackwardAfterAFailedOneIsRefused()
    {
        var y = _module.Call(_x);
        _module.OnBackward = Fail;
        Assert.Throws<DivideByZeroException>(() => y.Backward(Tensor.Ones(2, 2)));
        _module.OnBackward = null;
        var e = Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(2, 2)));
        Assert.Contains("failed", e.Message);
    }

    [Fact]
    public void ValueAndGradTakesBackFirstGradients()
    {
        var module = new SquaredScale(2, sum: true) { OnBackward = Fail };
        Assert.Throws<DivideByZeroException>(() => module.ValueAndGrad(_x));
        Assert.Null(module.Weight.Grad);
        Assert.Equal(1, module.Runtime.Pool.Count);

        module.OnBackward = null;
        module.ValueAndGrad(_x);
        module.OnBackward = Fail;
        Assert.Throws<DivideByZeroException>(() => module.ValueAndGrad(_x));
        Assert.Equal([20, 40], module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void PredictReturnsItsWorkspaceAndLetsWeightsBeLoaded()
    {
        _module.OnForward = Fail;
        Assert.Throws<DivideByZeroException>(() => _module.Predict(_x));
        Assert.Throws<DivideByZeroException>(() => _module.Predict(_x, new float[4]));
        Assert.Throws<DivideByZeroException>(() => _module.Predict(_x.AsSpan(), new float[4]));
        Assert.Equal(1, _module.Runtime.Pool.Count);
        _module.LoadStateDict(_module.StateDict());
    }

    [Fact]
    public void WrongShapeIsRefusedWhenBound()
    {
        Assert.Throws<ShapeException>(() => _module.Call(Tensor.Ones(2, 3)));
        Assert.Equal(0, _module.Runtime.Pool.Count);
    }
}
