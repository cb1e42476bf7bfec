using static NnGen.Tests.AutogradTests.TestOps;

namespace NnGen.Tests.AutogradTests;

public class BackwardTests
{
    [Fact]
    public void ALeafReceivesItsGradient()
    {
        var x = Leaf(1, 2, 3);
        var y = Leaf(4, 5, 6);
        Sum(Mul(x, y)).Backward();
        Assert.Equal([4f, 5, 6], x.Grad!.ToArray());
        Assert.Equal([1f, 2, 3], y.Grad!.ToArray());
    }

    [Fact]
    public void GradientsAddUpAcrossBackwards()
    {
        var x = Leaf(1, 2);
        Sum(Scale(x, 3)).Backward();
        var first = x.Grad;
        Sum(Scale(x, 4)).Backward();
        Assert.Equal([7f, 7], x.Grad!.ToArray());
        Assert.Same(first, x.Grad);
    }

    [Fact]
    public void GradientsAddUpWithinABackward()
    {
        var x = Leaf(2, 3);
        var y = Mul(x, x);
        Sum(Add(Mul(y, x), Scale(y, 10))).Backward();
        Assert.Equal([(3 * 4) + (20 * 2f), (3 * 9) + (20 * 3f)], x.Grad!.ToArray());
    }

    [Fact]
    public void OneTensorGivenAsTwoInputsReceivesBothGradients()
    {
        var x = Leaf(2, 3);
        Sum(Add(x, x)).Backward();
        Assert.Equal([2f, 2], x.Grad!.ToArray());

        var p = new Parameter(Tensor.From([2f, 3]));
        for (var turn = 1; turn <= 2; turn++)
        {
            Sum(Mul(p, p)).Backward();
            Assert.Equal([4f * turn, 6f * turn], p.Grad!.ToArray());
        }

        var inner = Scale(Leaf(1, 1), 1);
        inner.RetainGrad();
        Sum(Add(inner, inner)).Backward();
        Assert.Equal([2f, 2], inner.Grad!.ToArray());
    }

    [Fact]
    public void TheGradientOfARootIsNotWrittenTo()
    {
        var x = Leaf(2, 3);
        var y = Mul(x, x);
        var gradient = Tensor.From([1f, 10]);
        var other = Tensor.From([5f, 7]);
        Autograd.Backward([y, Scale(y, 2), y], [gradient, other, gradient]);
        Assert.Equal([4 * (2f + 10), 6 * (20f + 14)], x.Grad!.ToArray());
        Assert.Equal([1f, 10], gradient.ToArray());
        Assert.Equal([5f, 7], other.ToArray());
    }

    [Fact]
    public void SeveralOutputsAtOnce()
    {
        var x = Leaf(1, 2, 3, 4);
        var (first, second) = Halves(Scale(x, 2));
        Autograd.Backward([Sum(first), second], [null, Tensor.From([10f, 20])]);
        Assert.Equal([2f, 2, 20, 40], x.Grad!.ToArray());
    }

    [Fact]
    public void OneTensorTwiceAmongTheOutputsCountsTwice()
    {
        var x = Leaf(3);
        var gradient = Tensor.From([1f]);
        var y = Scale(x, 2);
        Autograd.Backward([y, y], [gradient, gradient]);
        Assert.Equal([4f], x.Grad!.ToArray());
        Assert.Equal([1f], gradient.ToArray());
    }

    [Fact]
    public void AnUnusedResultHasNoGradient()
    {
        var x = Leaf(1, 2, 3, 4);
        Sum(Halves(x).Second).Backward();
        Assert.Equal([0f, 0, 1, 1], x.Grad!.ToArray());
    }

    [Fact]
    public void ALeafCanBeTheOutput()
    {
        var x = Tensor.From(5f);
        x.RequiresGrad = true;
        x.Backward();
        x.Backward(Tensor.From(2f));
        Assert.Equal(3, x.Grad!.Item());
    }

    [Fact]
    public void WhatCarriesNoGradientReceivesNone()
    {
        var x = Leaf(1, 2);
        var constant = Tensor.From([3f, 4]);
        Sum(Mul(x, constant)).Backward();
        Assert.Null(constant.Grad);
        Assert.Equal([3f, 4], x.Grad!.ToArray());
    }

    [Fact]
    public void AChainOfAHundredThousandNodesDoesNotOverflowTheStack()
    {
        var x = Leaf(1);
        var y = x;
        for (var i = 0; i < 100_000; i++)
            y = Scale(y, 1);
        y.Backward();
        Assert.Equal([1f], x.Grad!.ToArray());
    }

    [Fact]
    public void ADiamondRunsEachNodeOnce()
    {
        var x = Leaf(1);
        var runs = 0;
        var shared = Hook(x, () => runs++);
        var left = shared;
        for (var i = 0; i < 40; i++)
            left = Add(left, left);
        Add(Scale(shared, 3), left).Backward();
        Assert.Equal(1, runs);
        Assert.Equal([MathF.Pow(2, 40) + 3], x.Grad!.ToArray());
    }

    [Fact]
    public void ARetainedGraphCanBeUsedAgain()
    {
        var x = Leaf(2);
        var y = Mul(x, x);
        y.Backward(retainGraph: true);
        y.Backward();
        Assert.Equal([8f], x.Grad!.ToArray());
    }

    [Fact]
    public void ASecondBackwardIsRefused()
    {
        var y = Mul(Leaf(2), Leaf(3));
        y.Backward();
        var message = Assert.Throws<AutogradException>(() => y.Backward()).Message;
        Assert.StartsWith("Trying to backward through the graph a second time", message);
        Assert.Contains("retainGraph: true", message);
    }

    [Fact]
    public void ASecondBackwardThroughASharedPartIsRefused()
    {
        var shared = Mul(Leaf(2), Leaf(3));
        Scale(shared, 1).Backward();
        Assert.Throws<AutogradException>(() => Scale(shared, 2).Backward());
    }

    [Fact]
    public void ATensorWithoutGradientSaysSo()
    {
        var message = Assert.Throws<AutogradException>(() => Tensor.Ones(1).Backward()).Message;
        Assert.StartsWith("element 0 of tensors does not require grad and does not have a grad_fn", message);
        Assert.Contains("RequiresGrad", message);
        Assert.Contains("NoGrad", message);
        Assert.Contains("Detach", message);
    }

    [Fact]
    public void AnOutputOfManyElementsNeedsAGradientOfItsShape()
    {
        var y = Scale(Leaf(1, 2, 3), 2);
        var message = Assert.Throws<AutogradException>(() => y.Backward()).Message;
        Assert.StartsWith("grad can be implicitly created only for scalar outputs", message);
        message = Assert.Throws<ArgumentException>(() => y.Backward(Tensor.Ones(2))).Message;
        Assert.StartsWith("Mismatch in shape: grad_output[0] has a shape of [2] and output[0] has a shape of [3].", message);

        // Refused before anything was used up.
        y.Backward(Tensor.Ones(3));
    }

    [Fact]
    public void SecondDerivativesAreNotOfferedYet()
    {
        var x = Leaf(1);
        Assert.Contains(
            "Second derivatives are not offered yet",
            Assert.Throws<NotSupportedException>(() => Autograd.Grad([Scale(x, 2)], [x], createGraph: true)).Message);
        Assert.Throws<NotSupportedException>(() => Autograd.Backward([Scale(x, 2)], createGraph: true));
    }

    [Fact]
    public void NothingIsRecordedDuringABackward()
    {
        var x = Leaf(1);
        var wasEnabled = true;
        Hook(x, () => wasEnabled = Autograd.IsEnabled).Backward();
        Assert.False(wasEnabled);
        Assert.True(Autograd.IsEnabled);
        Assert.False(x.Grad!.RequiresGrad);
    }

    [Fact]
    public void RetainGradKeepsTheGradientOfAnInnerTensor()
    {
        var x = Leaf(1, 2);
        var y = Scale(x, 3);
        y.RetainGrad();
        y.RetainGrad();
        Sum(Scale(y, 5)).Backward(retainGraph: true);
        Assert.Equal([5f, 5], y.Grad!.ToArray());
        Assert.Throws<AutogradException>(() => Tensor.Ones(1).RetainGrad());
        x.RetainGrad();
    }

    [Fact]
    public void WithoutRetainGradAnInnerTensorHasNone()
    {
        var y = Scale(Leaf(1, 2), 3);
        Sum(y).Backward();
        Assert.Null(y.Grad);
    }

    [Fact]
    public void SmallOpsDoNotBurdenTheGarbageCollector()
    {
        var weight = new Parameter(Tensor.Ones(8, 8));
        var before = GC.CollectionCount(2);
        for (var i = 0; i < 100_000; i++)
        {
            var y = CloneOp.Apply(weight);
            if (i % 100 == 0)
                y.Backward(weight.Detach());
        }

        Assert.InRange(GC.CollectionCount(2) - before, 0, 99);
    }

    private static Tensor Leaf(params float[] values)
    {
        var x = Tensor.From(values);
        x.RequiresGrad = true;
        return x;
    }
}
