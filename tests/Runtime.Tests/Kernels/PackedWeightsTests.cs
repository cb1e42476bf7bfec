using NnGen.Kernels;
using NnGen.Optim;

namespace NnGen.Tests.KernelTests;

/// <summary>Weights that predictions keep packed: nobody sees that they are, except by the clock.</summary>
public class PackedWeightsTests
{
    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void PredictionsAreTheSameWithThemAndWithout(int width)
    {
        using KernelSettings settings = new(width, threads: 2);
        foreach ((int rows, int features, int results) in new[] { (5, 40, 10), (64, 784, 128), (7, 1100, 2100), (512, 33, 65), (513, 33, 65), (4, 64, 64) })
        {
            Linear linear = new(features, results);
            Tensor x = Tensor.Randn(rows, features);
            AssertPredictsWhatItComputes(linear, x);
        }
    }

    [Fact]
    public void AnotherVectorWidthPacksAnew()
    {
        Linear linear = new(96, 80);
        Tensor x = Tensor.Randn(32, 96);
        for (int width = Simd.WidestWidth; width >= 4; width /= 2)
        {
            using KernelSettings settings = new(width);
            AssertPredictsWhatItComputes(linear, x);
        }
    }

    [Fact]
    public void WhateverChangesAWeightIsSeen()
    {
        Linear linear = new(64, 48);
        Tensor x = Tensor.Randn(16, 64);
        AssertPredictsWhatItComputes(linear, x);

        SGD optimizer = new(linear.Parameters(), lr: 0.1);
        linear.Call(x).Sum().Backward();
        optimizer.Step();
        AssertPredictsWhatItComputes(linear, x);

        linear.LoadStateDict(new Linear(64, 48).StateDict());
        AssertPredictsWhatItComputes(linear, x);

        Init.Uniform_(linear.Weight);
        AssertPredictsWhatItComputes(linear, x);

        using (Autograd.NoGrad()) linear.Weight.Mul_(2);
        AssertPredictsWhatItComputes(linear, x);

        linear.Weight = new Linear(64, 48).Weight;
        AssertPredictsWhatItComputes(linear, x);
    }

    [Fact]
    public void ASpanThatIsWrittenLaterIsSeen()
    {
        Linear linear = new(64, 48);
        Tensor x = Tensor.Randn(16, 64);
        AssertPredictsWhatItComputes(linear, x);
        Span<float> weight = linear.Weight.AsWritableSpan();
        for (int i = 0; i < 4; i++)
        {
            weight.Fill(i);
            AssertPredictsWhatItComputes(linear, x);
        }
    }

    [Fact]
    public void RecurrentLayersPackTheWeightsOfTheirInputs()
    {
        LSTM lstm = new(24, 40);
        Tensor x = Tensor.Randn(9, 3, 24);
        float[] expected;
        using (Autograd.NoGrad()) expected = lstm.Call(x).Output.ToArray();
        for (int i = 0; i < 3; i++) Assert.Equal(expected, lstm.Predict(x).Output.ToArray());
    }

    [Fact]
    public void ManyPredictionsMayPackAtOnce()
    {
        Tensor x = Tensor.Randn(20, 128);
        for (int round = 0; round < 20; round++)
        {
            Linear linear = new(128, 96);
            float[] expected = linear.Call(x).ToArray();
            Parallel.For(0, 8, _ =>
            {
                for (int i = 0; i < 4; i++) Assert.Equal(expected, linear.Predict(x).ToArray());
            });
        }
    }

    [Fact]
    public void OnceKeptTheyTakeNoFurtherMemory()
    {
        Linear linear = new(128, 96);
        Tensor x = Tensor.Randn(20, 128);
        float[] result = new float[20 * 96];
        for (int i = 0; i < 3; i++) linear.Predict(x, result);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++) linear.Predict(x, result);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>The first prediction packs for itself, the second keeps what it packs, the third finds it.</summary>
    private static void AssertPredictsWhatItComputes(Linear linear, Tensor x)
    {
        float[] expected = linear.Call(x).ToArray();
        for (int i = 0; i < 3; i++) Assert.Equal(expected, linear.Predict(x).ToArray());
    }
}
