using NnGen.Optim;

namespace NnGen.Tests.Optim;

public class WeightAverageTests
{
    [Fact]
    public void SwaIsTheMeanOfAllWeights()
    {
        var model = new Linear(3, 2);
        var average = WeightAverage.Swa(model);
        double[] sum = new double[6];
        for (int step = 0; step < 5; step++)
        {
            Init.Uniform_(model.Weight, -1, 1);
            average.Update();
            for (int i = 0; i < sum.Length; i++)
                sum[i] += model.Weight.AsSpan()[i];
        }

        using (average.Apply())
        {
            for (int i = 0; i < sum.Length; i++)
                Assert.Equal(sum[i] / 5, model.Weight.AsSpan()[i], 1e-6);
        }
    }

    [Fact]
    public void EmaForgetsExponentially()
    {
        var model = new Linear(1, 1, bias: false);
        var average = WeightAverage.Ema(model, decay: 0.75);
        foreach (float weight in new[] { 8f, 4, 0 })
        {
            Init.Constant_(model.Weight, weight);
            average.Update();
        }

        using (average.Apply())
            Assert.Equal(((8 * 0.75f) + (4 * 0.25f)) * 0.75f, model.Weight.Item(), 1e-6f);
        Assert.Equal(0, model.Weight.Item());
    }

    [Fact]
    public void AppliedAveragesRaiseVersionsAndGoBack()
    {
        var model = new Linear(2, 2);
        var average = WeightAverage.Swa(model);
        average.Update();
        float[] before = model.Weight.ToArray();
        Init.Constant_(model.Weight, 3);
        int version = model.Weight.Version;
        var applied = average.Apply();
        Assert.Equal(before, model.Weight.ToArray());
        Assert.True(model.Weight.Version > version);
        applied.Dispose();
        applied.Dispose();
        Assert.All(model.Weight.ToArray(), v => Assert.Equal(3, v));
    }

    [Fact]
    public void AStateGoesOn()
    {
        var model = new Linear(2, 2);
        WeightAverage original = WeightAverage.Ema(model, 0.5), resumed = WeightAverage.Ema(model, 0.5);
        original.Update();
        Init.Constant_(model.Weight, 1);
        original.Update();
        var state = original.StateDict();
        Assert.Equal(["n_averaged", "module.weight", "module.bias"], state.Keys);
        resumed.LoadStateDict(state);
        Init.Constant_(model.Weight, 2);
        original.Update();
        resumed.Update();
        Assert.Equal(3, resumed.Count);
        Assert.Equal(((Tensor)original.StateDict()["module.weight"]!).ToArray(), ((Tensor)resumed.StateDict()["module.weight"]!).ToArray());
        Assert.Throws<CheckpointException>(() => WeightAverage.Swa(new Linear(3, 2)).LoadStateDict(state));
    }

    [Fact]
    public void RunningStatisticsAreComputedAnew()
    {
        var norm = new BatchNorm1d(2);
        norm.RunningMean!.Fill(9);
        norm.Eval();
        Tensor[] batches = [Tensor.From(new float[,] { { 1, 2 }, { 3, 6 } }), Tensor.From(new float[,] { { 5, 0 }, { 7, 4 } })];
        WeightAverage.UpdateBatchNorm(norm, () =>
        {
            foreach (var batch in batches)
                norm.Forward(batch);
        });
        Assert.Equal([4, 3], norm.RunningMean!.ToArray());
        Assert.Equal((0.1, false, 2L), (norm.Momentum, norm.Training, norm.NumBatchesTracked!.Item()));
    }

    [Fact]
    public void AWrongDecayIsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => WeightAverage.Ema(new Linear(1, 1), 1.5));
}
