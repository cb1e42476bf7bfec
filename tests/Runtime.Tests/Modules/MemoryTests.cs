using System.Runtime.CompilerServices;
using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class MemoryTests
{
    private const int FrameBytes = 1 << 20;

    private readonly SquaredScale _module = new(64);
    private readonly Tensor _x = Tensor.Ones(FrameBytes / sizeof(float) / 64, 64);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CallsWithoutBackwardStayUnderFourWorkspaces(bool training)
    {
        _module.Train(training);
        var small = Tensor.Ones(16, 64);
        for (var i = 0; i < 10_000; i++)
            CallAndForget(_module, i < 100 ? _x : small);
        Assert.InRange(_module.Runtime.Pool.Bytes, 1, 4 * FrameBytes);
    }

    [Fact]
    public void BatchSizesThatChangeStayUnderTwiceTheLargest()
    {
        var module = new SquaredScale(2);
        for (var batch = 1; batch <= 10_000; batch++)
            module.Call(Tensor.Ones(batch, 2)).Backward(Tensor.Ones(batch, 2));
        Assert.InRange(module.Runtime.Pool.Bytes, 1, 2 * 10_000 * 2 * sizeof(float));
    }

    [Fact]
    public void ResultsThatAreHeldKeepTheirWorkspaces()
    {
        var x = Tensor.Ones(16, 64);
        var results = Enumerable.Range(0, 50).Select(_ => _module.Call(x)).ToList();
        foreach (var y in results)
            y.Backward(Tensor.Ones(16, 64));
        Assert.Equal(50 * 32, _module.Weight.Grad!.AsSpan()[0]);
        Assert.Equal(50, _module.Runtime.Pool.Count);
    }

    [Fact]
    public void TrimFreesIdleWorkspaces()
    {
        var held = _module.Call(_x);
        _module.Predict(_x);
        Assert.Equal(2, _module.Runtime.Pool.Count);
        _module.Trim();
        Assert.Equal(1, _module.Runtime.Pool.Count);
        held.Backward(Tensor.Ones(held.Shape));
        _module.Trim();
        Assert.Equal(0, _module.Runtime.Pool.Bytes);
    }

    [Fact]
    public void ValueAndGradAllocatesNothing()
    {
        var module = new SquaredScale(64, sum: true);
        var x = Tensor.Ones(8, 64);
        Assert.Equal(0, Allocations.InSteadyState(() => module.ValueAndGrad(x)));
    }

    [Fact]
    public void ValueAndGradWithAnInputThatWantsItsGradientAllocatesNothing()
    {
        var module = new SquaredScale(64, sum: true);
        var x = Tensor.Ones(8, 64);
        x.RequiresGrad = true;
        Assert.Equal(0, Allocations.InSteadyState(() => module.ValueAndGrad(x)));
    }

    [Fact]
    public void PredictIntoMemoryOfTheCallerAllocatesNothing()
    {
        var x = Tensor.Ones(8, 64);
        var result = new float[8 * 64];
        Assert.Equal(0, Allocations.InSteadyState(() => _module.Predict(x, result)));
        Assert.Equal(0, Allocations.InSteadyState(() => _module.Predict(x.AsSpan(), result)));
        Assert.Equal(1, result[^1]);
    }

    [Fact]
    public void AlternatingShapesAndKindsAllocateNothingAndAreNotBoundAgain()
    {
        Tensor[] inputs = [Tensor.Ones(8, 64), Tensor.Ones(4, 64), Tensor.Ones(2, 2, 64)];
        var result = new float[8 * 64];
        Assert.Equal(0, Allocations.InSteadyState(() =>
        {
            foreach (var x in inputs)
                _module.Predict(x, result.AsSpan(0, x.Count));
        }));
        Assert.Equal(3, _module.Bindings);
    }

    [Fact]
    public void ZeroGradAllocatesNothing()
    {
        var model = new Sequential(_module, new SquaredScale(64));
        Assert.Equal(0, Allocations.InSteadyState(() => model.ZeroGrad()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CallAndForget(SquaredScale module, Tensor x) => module.Call(x);
}
