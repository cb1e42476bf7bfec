using NnGen.CompilerServices;
using static NnGen.Tests.AutogradTests.TestOps;

namespace NnGen.Tests.AutogradTests;

/// <summary>Autograd.Grad: gradients of chosen tensors that leave every .Grad alone.</summary>
public class GradTests
{
    [Fact]
    public void ReturnsGradientsAndLeavesGradAlone()
    {
        var x = Leaf(1, 2);
        var p = new Parameter(Tensor.From([3f, 4]));
        var gradients = Autograd.Grad([Sum(Mul(x, p))], [p, x]);
        Assert.Equal([1f, 2], gradients[0]!.ToArray());
        Assert.Equal([3f, 4], gradients[1]!.ToArray());
        Assert.Null(x.Grad);
        Assert.Null(p.Grad);
    }

    [Fact]
    public void WhatIsNotAskedForGetsNothing()
    {
        var x = Leaf(1, 2);
        var p = new Parameter(Tensor.From([3f, 4]));
        Autograd.Grad([Sum(Mul(x, p))], [x]);
        Assert.Null(p.Grad);
    }

    [Fact]
    public void AnInnerTensorCanBeAskedFor()
    {
        var x = Leaf(1, 2);
        var inner = Scale(x, 2);
        var gradients = Autograd.Grad([Sum(Mul(inner, inner))], [inner, x, inner]);
        Assert.Equal([4f, 8], gradients[0]!.ToArray());
        Assert.Equal([8f, 16], gradients[1]!.ToArray());
        Assert.Equal([4f, 8], gradients[2]!.ToArray());
    }

    [Fact]
    public void NothingBeforeTheInputsRuns()
    {
        var inner = Hook(Leaf(1), () => throw new InvalidOperationException("must not run"));
        Assert.Equal([3f], Autograd.Grad([Scale(inner, 3)], [inner])[0]!.ToArray());
    }

    [Fact]
    public void NothingBesideTheInputsRuns()
    {
        var x = Leaf(2);
        var other = Hook(Leaf(5), () => throw new InvalidOperationException("must not run"));
        Assert.Equal([5f], Autograd.Grad([Mul(x, other)], [x])[0]!.ToArray());
    }

    [Fact]
    public void AnOutputCanBeItsOwnInput()
    {
        var y = Scale(Leaf(1), 2);
        Assert.Equal([1f], Autograd.Grad([y], [y])[0]!.ToArray());
    }

    [Fact]
    public void AnUnusedInputIsRefusedUnlessAllowed()
    {
        var x = Leaf(1);
        var unused = Leaf(1);
        var y = Scale(x, 2);
        var message = Assert.Throws<AutogradException>(() => Autograd.Grad([y], [unused], retainGraph: true)).Message;
        Assert.StartsWith("One of the differentiated Tensors appears to not have been used in the graph", message);
        var gradients = Autograd.Grad([y], [unused, x], allowUnused: true);
        Assert.Null(gradients[0]);
        Assert.Equal([2f], gradients[1]!.ToArray());
    }

    [Fact]
    public void AnInputWithoutGradientIsRefused() =>
        Assert.Contains("element 1", Assert.Throws<AutogradException>(() =>
        {
            var x = Leaf(1);
            return Autograd.Grad([Scale(x, 2)], [x, Tensor.Ones(1)]);
        }).Message);

    [Fact]
    public void OutputsAreWeightedByTheirGradients()
    {
        var x = Leaf(1, 2);
        var gradients = Autograd.Grad([Scale(x, 2), Scale(x, 3)], [x], [Tensor.From([1f, 10]), Tensor.From([100f, 1000])]);
        Assert.Equal([302f, 3020], gradients[0]!.ToArray());
    }

    [Fact]
    public void ANodeThatWritesParametersItselfIsRedirected()
    {
        var asked = new Parameter(Tensor.Ones(1));
        var other = new Parameter(Tensor.Ones(1));
        var y = Tensor.From([1f]);
        new ParameterNode(asked, other).Produce(y);

        Assert.Equal([42f], Autograd.Grad([y], [asked], retainGraph: true)[0]!.ToArray());
        Assert.Null(asked.Grad);
        Assert.Null(other.Grad);

        y.Backward();
        Assert.Equal([42f], asked.Grad!.ToArray());
        Assert.Equal([43f], other.Grad!.ToArray());
    }

    private static Tensor Leaf(params float[] values)
    {
        var x = Tensor.From(values);
        x.RequiresGrad = true;
        return x;
    }

    /// <summary>As a compiled call: its parameters are not among its inputs.</summary>
    private sealed class ParameterNode(Parameter first, Parameter second) : Node
    {
        public override string Name => "ParameterBackward";

        public override bool WritesParameters => true;

        public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
        {
            first.Gradient.Write([40]);
            first.Gradient.Write([2]);
            second.Gradient.Write([43]);
        }
    }
}
