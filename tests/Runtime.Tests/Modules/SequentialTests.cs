using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class SequentialTests
{
    private readonly SquaredScale _first = new(2);
    private readonly SquaredScale _second = new(2);
    private readonly Tensor _x = Tensor.From([1, 2, 3, 4], 2, 2);

    private Sequential Model => new(_first, _second);

    [Fact]
    public void CallIsTheChainOfItsModules()
    {
        var model = Model;
        _first.Weight.AsWritableSpan()[1] = 3;
        var expected = _second.Call(_first.Call(_x));
        var actual = model.Call(_x);
        Assert.Equal(expected.ToArray(), actual.ToArray());
        Assert.Equal(expected.ToArray(), model.Predict(_x).ToArray());

        expected.Backward(Tensor.Ones(2, 2));
        var gradients = model.Parameters().Select(parameter => parameter.Grad!.ToArray()).ToArray();
        model.ZeroGrad();
        actual.Backward(Tensor.Ones(2, 2));
        Assert.Equal(gradients, model.Parameters().Select(parameter => parameter.Grad!.ToArray()));
        Assert.Equal("SequentialBackward", actual.GradFn!.Name);
    }

    [Fact]
    public void GradientsOfModulesInFrontOfFrozenOnesAndOfInputs()
    {
        var model = Model;
        _second.RequiresGrad = false;
        model.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.NotNull(_first.Weight.Grad);
        Assert.Null(_second.Weight.Grad);

        model.RequiresGrad = false;
        _x.RequiresGrad = true;
        model.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([4, 32, 108, 256], _x.Grad!.ToArray());
    }

    [Fact]
    public void ModulesBeforeTheFirstThatWantsAGradientAreNotDifferentiated()
    {
        _first.RequiresGrad = false;
        _first.OnBackward = () => Assert.Fail("nothing wants this gradient");
        Model.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.NotNull(_second.Weight.Grad);
    }

    [Fact]
    public void SameModuleTwiceAccumulates()
    {
        new Sequential(_first, _first).Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([6 * 82, 6 * (16 + 256)], _first.Weight.Grad!.ToArray());
    }

    [Fact]
    public void NestedOnesAndManyModules()
    {
        var model = new Sequential(new Sequential(_first), new Sequential(), new Sequential(_second));
        model.Call(_x).Backward(Tensor.Ones(2, 2));
        Assert.Equal([2 * 82, 2 * (16 + 256)], _second.Weight.Grad!.ToArray());
        Assert.Equal(["0.0.weight", "2.0.weight"], model.NamedParameters().Select(named => named.Name));
    }

    [Fact]
    public void EmptyOneReturnsItsInput()
    {
        _x.RequiresGrad = true;
        var model = new Sequential();
        var y = model.Call(_x);
        Assert.Equal(_x.ToArray(), y.ToArray());
        y.Backward(Tensor.Full([2, 2], 3));
        Assert.Equal([3, 3, 3, 3], _x.Grad!.ToArray());
    }

    [Fact]
    public void CollectionOfModules()
    {
        Sequential model = [_first, _second];
        Assert.Equal(2, model.Count);
        Assert.Same(_second, model[^1]);
        Assert.Same(_first, model[0]);
        Assert.Equal([_first, _second], model);
        Assert.Equal([_second], model[1..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => model[2]);
        Assert.Equal(["0.weight", "1.weight"], model.StateDict().Keys);
        Assert.Same(model, model.Eval());
        Assert.False(_second.Training);
    }

    [Fact]
    public void ReplacedModuleIsBoundAnew()
    {
        var model = Model;
        model.Call(_x);
        model[1] = new Sequential();
        Assert.Equal([1, 4, 9, 16], model.Call(_x).ToArray());
        model.Add(_second);
        Assert.Equal([1, 16, 81, 256], model.Call(_x).ToArray());
    }

    [Fact]
    public void ErrorNamesTheModule()
    {
        Sequential model = [_first, new Sequential(new SquaredScale(3))];
        var e = Assert.Throws<ShapeException>(() => model.Call(_x));
        Assert.Equal(
            "Sequential, module '1' (Sequential): Sequential, module '0' (SquaredScale): the weight has 3 elements, but 'input' is [2, 2]",
            e.Message);
    }

    [Fact]
    public void ModuleThatDoesNotMapOneTensorToOneIsRefused()
    {
        var e = Assert.Throws<ArgumentException>(() => new Sequential(new Tree()));
        Assert.Contains("Tree", e.Message);
    }

    [Fact]
    public void PredictAllocatesNothing()
    {
        var model = Model;
        var result = new float[4];
        Assert.Equal(0, Allocations.InSteadyState(() => model.Predict(_x, result)));
    }
}
