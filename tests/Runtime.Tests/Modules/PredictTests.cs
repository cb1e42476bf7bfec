using NnGen.Tests.Modules.Handwritten;

namespace NnGen.Tests.Modules;

public class PredictTests
{
    private readonly SquaredScale _module = new(4);

    [Fact]
    public void RunsAsEvaluationWhateverTheFlagSays()
    {
        var y = _module.Predict(Tensor.Ones(2, 4));
        Assert.True(_module.RanAsEvaluation);
        Assert.True(_module.Training);
        Assert.Null(y.GradFn);
    }

    [Fact]
    public async Task SixtyFourTasksGiveTheSerialResultBitwise()
    {
        var inputs = Enumerable.Range(0, 64).Select(i => Tensor.Full([1 + (i % 7), 4], i * 0.37f)).ToArray();
        var expected = inputs.Select(x => _module.Predict(x).ToArray()).ToArray();
        var actual = await Task.WhenAll(inputs.Select(x => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                _module.Predict(x);
            return _module.Predict(x).ToArray();
        })));
        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task SeesAllOldOrAllNewWeights()
    {
        const int size = 2048;
        var module = new SquaredScale(size);
        var states = new[] { 1f, 2f }.Select(value => new StateDict { ["weight"] = Tensor.Full([size], value) }).ToArray();
        var x = Tensor.Ones(1, size);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var result = new float[size];
            for (var i = 0; i < 2_000; i++)
            {
                module.Predict(x, result);
                Assert.True(result.AsSpan().IndexOfAnyExcept(result[0]) < 0, "a mixture of weights was seen");
            }
        })).ToArray();
        for (var i = 0; !Array.TrueForAll(readers, reader => reader.IsCompleted); i++)
            module.LoadStateDict(states[i % 2]);
        await Task.WhenAll(readers);
    }

    [Fact]
    public void SpansOfTheCaller()
    {
        var result = new float[8];
        _module.Predict([1, 2, 3, 4, 5, 6, 7, 8], result);
        Assert.Equal([1, 4, 9, 16, 25, 36, 49, 64], result);
        Assert.Throws<ArgumentException>(() => _module.Predict([1, 2, 3], new float[4]));
        Assert.Throws<ArgumentException>(() => _module.Predict([], []));
        Assert.Throws<ArgumentException>(() => _module.Predict([1, 2, 3, 4], new float[5]));
        Assert.Throws<ArgumentException>(() => _module.Predict(Tensor.Ones(4), new float[3]));
    }
}
