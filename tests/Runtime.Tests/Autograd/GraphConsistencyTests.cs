using static NnGen.Tests.AutogradTests.TestOps;

namespace NnGen.Tests.AutogradTests;

/// <summary>Versions of saved values, failures in the middle of a pass, and scopes without recording.</summary>
public class GraphConsistencyTests
{
    [Fact]
    public void ASavedInputThatChangedIsRefused()
    {
        var x = Leaf(1, 2);
        var weights = Tensor.From([3f, 4]);
        var y = Mul(x, weights);
        weights.AsWritableSpan()[0] = 0;
        var message = Assert.Throws<AutogradException>(() => Sum(y).Backward()).Message;
        Assert.StartsWith(
            "one of the variables needed for gradient computation has been modified by an inplace operation: [Tensor [2]] is at version 1; "
            + "expected version 0 instead.",
            message);
        Assert.Contains("MulBackward", message);
        Assert.Null(x.Grad);
    }

    [Fact]
    public void ASavedResultOfAnotherOpIsNamed()
    {
        var inner = Scale(Leaf(1, 2), 2);
        var y = Mul(inner, inner);
        inner.Detach().Add_(1);
        var message = Assert.Throws<AutogradException>(() => Sum(y).Backward()).Message;
        Assert.Contains("which is output 0 of ScaleBackward, is at version 1", message);
    }

    [Fact]
    public void AChangeThroughAViewIsNoticed()
    {
        var x = Leaf(1, 2);
        var weights = Tensor.From([3f, 4]);
        var y = Mul(x, weights);
        weights.Detach().Zero();
        Assert.Throws<AutogradException>(() => Sum(y).Backward());
    }

    [Fact]
    public void AChangeOfWhatIsNotSavedIsFine()
    {
        var x = Leaf(1, 2);
        var y = Scale(x, 2);
        x.AsWritableSpan().Clear();
        Sum(y).Backward();
        Assert.Equal([2f, 2], x.Grad!.ToArray());
    }

    [Fact]
    public void AFailedBackwardLeavesNoUnfinishedGradient()
    {
        var x = Leaf(1, 2);
        var p = new Parameter(Tensor.Ones(2));
        var fails = true;
        void Fail()
        {
            if (fails)
                throw new InvalidOperationException("no");
        }

        var y = Add(Hook(x, Fail), Hook(p, Fail));
        Assert.Throws<InvalidOperationException>(() => Sum(y).Backward(retainGraph: true));
        Assert.Null(x.Grad);
        Assert.Null(p.Grad);
        Assert.True(Autograd.IsEnabled);

        fails = false;
        Sum(y).Backward();
        Assert.Equal([1f, 1], x.Grad!.ToArray());
        Assert.Equal([1f, 1], p.Grad!.ToArray());
    }

    [Fact]
    public void AFailedGradDoesNotKeepParametersFromTheirGradient()
    {
        var p = new Parameter(Tensor.Ones(2));
        var y = Hook(p, () => throw new InvalidOperationException());
        Assert.Throws<InvalidOperationException>(() => Autograd.Grad([Sum(y)], [p]));
        Sum(Scale(p, 3)).Backward();
        Assert.Equal([3f, 3], p.Grad!.ToArray());
    }

    [Fact]
    public void ABackwardInsideABackwardIsItsOwn()
    {
        var inner = new Parameter(Tensor.Ones(1));
        var recorded = Scale(inner, 7);
        var outer = Leaf(1);
        var gradients = Autograd.Grad([Hook(outer, () => recorded.Backward())], [outer]);
        Assert.Equal([7f], inner.Grad!.ToArray());
        Assert.Equal([1f], gradients[0]!.ToArray());
    }

    [Fact]
    public void NoGradNests()
    {
        var x = Leaf(1);
        using (Autograd.NoGrad())
        {
            using (Autograd.NoGrad())
                Assert.False(Scale(x, 2).RequiresGrad);
            Assert.False(Scale(x, 2).RequiresGrad);
        }

        Assert.True(Scale(x, 2).RequiresGrad);
    }

    [Fact]
    public async Task NoGradHoldsOnItsThreadOnly()
    {
        Assert.False(Record());
        Assert.True(await Task.Run(() => Autograd.IsEnabled));

        static bool Record()
        {
            using var scope = Autograd.NoGrad();
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = Autograd.IsEnabled);
            thread.Start();
            thread.Join();
            Assert.True(elsewhere);
            return Autograd.IsEnabled;
        }
    }

    [Fact]
    public void AUsedGraphKeepsNothingAlive()
    {
        var (y, reference) = Make();
        y.Backward();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(reference.IsAlive);
        GC.KeepAlive(y);

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static (Tensor, WeakReference) Make()
        {
            var x = Leaf(1, 2, 3);
            return (Sum(Mul(x, x)), new WeakReference(x));
        }
    }

    private static Tensor Leaf(params float[] values)
    {
        var x = Tensor.From(values);
        x.RequiresGrad = true;
        return x;
    }
}
