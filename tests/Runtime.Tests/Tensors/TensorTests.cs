using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen.Tests.TensorTests;

public class TensorTests
{
    [Fact]
    public void WritingRaisesTheVersionAndReadingDoesNot()
    {
        var x = Tensor.Zeros(2);
        x.AsSpan();
        x.ToArray();
        Assert.Equal(0, x.Version);
        x.AsWritableSpan()[0] = 1;
        x.Fill(2);
        Assert.Equal(2, x.Version);
    }

    [Fact]
    public void DetachSharesMemoryAndVersion()
    {
        var x = new Parameter(Tensor.Ones(2));
        var y = x.Detach();
        Assert.False(y.RequiresGrad);
        y.Mul_(3);
        Assert.Equal([3f, 3], x.ToArray());
        Assert.Equal(1, x.Version);
    }

    [Fact]
    public void CloneIsACopyThroughWhichGradientsFlow()
    {
        var x = new Parameter(Tensor.From([1f, 2]));
        var y = x.Clone();
        Assert.Equal("<CloneBackward>", y.GradFn!.ToString());
        y.Backward(Tensor.From([3f, 4]));
        Assert.Equal([3f, 4], x.Grad!.ToArray());

        var copy = x.Detach().Clone();
        copy.Fill(0);
        Assert.Equal([1f, 2], x.ToArray());
        Assert.Equal(0, x.Version);
    }

    [Fact]
    public void ATensorIsASpanAndAnAbsentOneTheDefaultSpan()
    {
        ReadOnlySpan<float> span = Tensor.From([1f, 2]);
        Assert.Equal([1f, 2], span.ToArray());
        ReadOnlySpan<float> absent = (Tensor?)null;
        Assert.True(Unsafe.IsNullRef(ref MemoryMarshal.GetReference(absent)));
    }

    [Fact]
    public void ItemReadsOneElement()
    {
        Assert.Equal(4, Tensor.From([4f], 1, 1).Item());
        Assert.Equal(7, Tensor<long>.From(7).Item());
        var message = Assert.Throws<InvalidOperationException>(() => Tensor.Ones(2).Item()).Message;
        Assert.StartsWith("a Tensor with 2 elements cannot be converted to Scalar", message);
    }

    [Fact]
    public void InPlaceMembersBroadcast()
    {
        var x = Tensor.From([1f, 2, 3, 4, 5, 6], 2, 3);
        Assert.Same(x, x.Add_(Tensor.From([10f, 20, 30])));
        Assert.Equal([11f, 22, 33, 14, 25, 36], x.ToArray());
        x.Sub_(Tensor.From([1f, 2], 2, 1));
        Assert.Equal([10f, 21, 32, 12, 23, 34], x.ToArray());
        x.Mul_(Tensor.From(2f)).Div_(4).Sub_(1).Add_(0.5f);
        Assert.Equal([4.5f, 10, 15.5f, 5.5f, 11, 16.5f], x.ToArray());
        x.CopyFrom(Tensor.From([7f], 1, 1)).Div_(Tensor.From([7f, 7, 7], 3));
        Assert.Equal(Tensor.Ones(2, 3).ToArray(), x.ToArray());
        Assert.Equal(new float[6], x.Zero().ToArray());
        Assert.Throws<ShapeException>(() => x.Add_(Tensor.Ones(3, 3)));
        Assert.Throws<ShapeException>(() => Tensor.Ones(3).Add_(x));
    }

    [Fact]
    public void InPlaceMembersAreRefusedOnWhatNeedsAGradient()
    {
        var parameter = new Parameter(Tensor.Ones(2));
        Assert.StartsWith("a leaf Variable that requires grad", Assert.Throws<AutogradException>(() => parameter.Add_(1)).Message);
        using (Autograd.NoGrad())
            parameter.Add_(1);
        Assert.Equal([2f, 2], parameter.ToArray());

        var result = AutogradTests.TestOps.Scale(parameter, 2);
        using (Autograd.NoGrad())
            Assert.Contains("ScaleBackward", Assert.Throws<AutogradException>(() => result.Zero()).Message);
        Assert.Throws<AutogradException>(() => Tensor.Ones(2).Add_(parameter));
    }

    [Fact]
    public void OnlyLeavesChangeRequiresGrad()
    {
        var x = Tensor.Ones(2);
        Assert.False(x.RequiresGrad);
        x.RequiresGrad = true;
        var y = AutogradTests.TestOps.Scale(x, 2);
        Assert.True(y.RequiresGrad);
        Assert.False(y.IsLeaf);
        Assert.Equal("<ScaleBackward>", y.GradFn!.ToString());
        y.RequiresGrad = true;
        var message = Assert.Throws<AutogradException>(() => y.RequiresGrad = false).Message;
        Assert.StartsWith("you can only change requires_grad flags of leaf variables", message);
    }

    [Fact]
    public void AGradientOfAnotherShapeCannotBeSet()
    {
        Assert.Throws<ArgumentException>(() => Tensor.Ones(2).Grad = Tensor.Ones(3));
        Assert.Throws<ArgumentException>(() => new Parameter(Tensor.Ones(2)).Grad = Tensor.Ones(2, 1));
    }

    [Fact]
    public void APrintedResultNamesItsNode() =>
        Assert.Equal("tensor([2., 2.], grad_fn=<ScaleBackward>)", AutogradTests.TestOps.Scale(new Parameter(Tensor.Ones(2)), 2).ToString());

    [Fact]
    public void StoredTypesCopyAndFill()
    {
        var x = Tensor<int>.Zeros(2);
        x.CopyFrom(Tensor<int>.From([1, 2]));
        var copy = x.Clone();
        Assert.Equal(1, x.Version);
        x.Fill(5);
        Assert.Equal([1, 2], copy.ToArray());
        Assert.Equal([5, 5], x.ToArray());
        Assert.Throws<ArgumentException>(() => x.CopyFrom(Tensor<int>.Zeros(2, 1)));
    }
}
