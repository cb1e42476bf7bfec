using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class ValueAndGradTests
{
    private readonly SquaredScale _module = new(2, sum: true);
    private readonly Tensor _x = Tensor.From([1, 2, 3, 4], 2, 2);

    [Fact]
    public void AccumulatesExactlyAsBackward()
    {
        Assert.Equal(30, _module.ValueAndGrad(_x));
        Assert.Equal([20, 40], _module.Weight.Grad!.ToArray());
        _module.Call(_x).Backward();
        Assert.Equal([40, 80], _module.Weight.Grad!.ToArray());
        _module.ValueAndGrad(_x);
        Assert.Equal([60, 120], _module.Weight.Grad!.ToArray());
    }

    [Fact]
    public void InputReceivesItsGrad()
    {
        _x.RequiresGrad = true;
        for (var i = 1; i <= 3; i++)
        {
            _module.ValueAndGrad(_x);
            Assert.Equal([2 * i, 4 * i, 6 * i, 8 * i], _x.Grad!.ToArray());
        }
    }

    [Fact]
    public void InputThatWasComputedPassesItsGradientOn()
    {
        var encoder = new SquaredScale(2);
        _module.ValueAndGrad(encoder.Call(_x));

        // The sum of w⁴x⁴ by the encoder's w.
        Assert.Equal([4 * (1 + 81), 4 * (16 + 256)], encoder.Weight.Grad!.ToArray());
    }

    [Fact]
    public void RefusesWhereNothingWantsAGradient()
    {
        using (Autograd.NoGrad())
            Assert.Throws<AutogradException>(() => _module.ValueAndGrad(_x));
        _module.RequiresGrad = false;
        Assert.Throws<AutogradException>(() => _module.ValueAndGrad(_x));
    }

    [Fact]
    public void RefusesAResultThatIsNoScalar()
        => Assert.Throws<AutogradException>(() => new SquaredScale(2).ValueAndGrad(_x));
}
