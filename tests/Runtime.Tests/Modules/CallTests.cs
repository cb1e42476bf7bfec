using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class CallTests
{
    private readonly SquaredScale _module = new(2);
    private readonly Tensor _x = Tensor.From([1, 2, 3, 4], 2, 2);

    public CallTests() => _module.Weight.AsWritableSpan()[1] = 3;

    [Fact]
    public void ResultKnowsItsBackward()
    {
        var y = _module.Call(_x);
        Assert.Equal([1, 36, 9, 144], y.ToArray());
        Assert.Equal("SquaredScaleBackward", y.GradFn!.Name);

        y.Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 120], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void GradientsAccumulateOverBackwards()
    {
        for (var i = 0; i < 3; i++)
            _module.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([60, 360], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void InputWithRequiresGradReceivesItsGrad()
    {
        _x.RequiresGrad = true;
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([2, 36, 6, 72], _x.Grad!.ToArray());
    }

    [Fact]
    public void InputWithoutRequiresGradReceivesNone()
    {
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Null(_x.Grad);
    }

    [Fact]
    public void FrozenParameterReceivesNone()
    {
        _module.RequiresGrad = false;
        _x.RequiresGrad = true;
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Null(_module.Weight.Grad);
        Assert.NotNull(_x.Grad);
    }

    [Fact]
    public void TwoCallsBeforeTheirBackwardsKeepTheirOwnValues()
    {
        var first = _module.Call(_x);
        var second = _module.Call(Tensor.Full([3, 2], 10));
        first.Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 120], _module.Weight.Grad!.ToArray());
        second.Backward(Tensor.Ones(3, 2));
        Assert.Equal([20 + 600, 120 + 1800], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void ResultOfOneCallCanBeTheInputOfAnother()
    {
        var y = _module.Call(_module.Call(_x));
        Assert.Equal([1, 36f * 36 * 9, 81, 144f * 144 * 9], y.ToArray());
        y.Backward(Tensor.Ones(2, 2));

        // y = w²·(w²x²)² = w⁶x⁴
        Assert.Equal([6 * (1 + 81), 6 * 243 * (16 + 256f)], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void SecondBackwardIsRefusedWithAdvice()
    {
        var y = _module.Call(_x);
        y.Backward(Tensor.Ones(2, 2));
        var e = Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(2, 2)));
        Assert.StartsWith("Trying to backward through the graph a second time", e.Message);
        Assert.Contains("retainGraph: true", e.Message);
    }

    [Fact]
    public void RetainGraphKeepsTheSavedValues()
    {
        var y = _module.Call(_x);
        y.Backward(Tensor.Ones(2, 2), retainGraph: true);
        _module.Call(Tensor.Full([2, 2], 10));
        y.Backward(Tensor.Ones(2, 2));
        Assert.Equal([40, 240], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void ParameterChangedInBetweenIsRefused()
    {
        var y = _module.Call(_x);
        _module.Weight.AsWritableSpan()[0] = 2;
        var e = Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(2, 2)));
        Assert.StartsWith("one of the variables needed for gradient computation has been modified by an inplace operation", e.Message);
        Assert.Contains("weight", e.Message);
        Assert.Null(_module.Weight.Grad);
    }

    [Fact]
    public void InputChangedInBetweenIsRefused()
    {
        var y = _module.Call(_x);
        _x.AsWritableSpan()[0] = 2;
        Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(2, 2)));
        Assert.Null(_module.Weight.Grad);
    }

    [Fact]
    public void ResultThatIsNotSavedMayBeChanged()
    {
        var y = _module.Call(_x);
        y.AsWritableSpan().Clear();
        y.Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 120], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void ParameterReplacedInBetweenIsRefused()
    {
        var y = _module.Call(_x);
        _module.Weight = new Parameter(Tensor.Ones(2));
        var e = Assert.Throws<AutogradException>(() => y.Backward(Tensor.Ones(2, 2)));
        Assert.Contains("was replaced", e.Message);
    }

    [Fact]
    public void NothingIsRecordedUnderNoGradOrWhereNothingWantsAGradient()
    {
        using (Autograd.NoGrad())
            Assert.Null(_module.Call(_x).GradFn);
        Assert.NotNull(_module.Call(_x).GradFn);
        _module.RequiresGrad = false;
        Assert.Null(_module.Call(_x).GradFn);
    }

    [Fact]
    public void GradientsAreRecordedInEvaluationModeToo()
    {
        _module.Eval();
        Assert.NotNull(_module.Call(_x).GradFn);
        Assert.False(_module.RanAsEvaluation);
    }

    [Fact]
    public void AutogradGradLeavesParametersAlone()
    {
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        var gradients = Autograd.Grad([_module.Call(_x)], [_module.Weight], [Tensor.Ones(2, 2)]);
        Assert.Equal([20, 120], gradients[0]!.ToArray());
        Assert.Equal([20, 120], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void ParameterAsInputOfItsOwnModule()
    {
        _module.Call(_module.Weight).Backward(Tensor.Ones(2));

        // y = w⁴
        Assert.Equal([4, 4 * 27], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void ResultsAreNotOverwrittenByLaterCalls()
    {
        var y = _module.Call(_x);
        var values = y.ToArray();
        for (var i = 0; i < 10; i++)
            _module.Call(Tensor.Full([2, 2], i)).Backward(Tensor.Ones(2, 2));
        Assert.Equal(values, y.ToArray());
    }

    [Fact]
    public void GradientHandedOutIsNotOverwrittenAfterZeroGrad()
    {
        _module.Call(_x).Backward(Tensor.Ones(2, 2));
        var gradient = _module.Weight.Grad!;
        _module.ZeroGrad();
        Assert.Null(_module.Weight.Grad);
        _module.Call(Tensor.Full([2, 2], 9)).Backward(Tensor.Ones(2, 2));
        Assert.Equal([20, 120], gradient.ToArray());
    }

    [Fact]
    public void ConcurrentCallsAndBackwardsAddUp()
    {
        Parallel.For(0, 64, i =>
        {
            var x = Tensor.Full([4, 2], i);
            _module.Call(x).Backward(Tensor.Ones(4, 2));
        });
        var squares = Enumerable.Range(0, 64).Sum(i => i * i);
        Assert.Equal([2 * 4 * squares, 6 * 4 * squares], _module.Weight.Grad!.ToArray());
    }
}
