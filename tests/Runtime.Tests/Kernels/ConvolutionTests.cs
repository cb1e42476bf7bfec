namespace NnGen.Tests.KernelTests;

public class ConvolutionTests
{
    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void PassesEqualSumsInDoublePrecision(int width)
    {
        Random random = new(width);
        for (var i = 0; i < 60; i++)
        {
            using KernelSettings settings = new(width, threads: random.Next(1, 4));
            ConvolutionCase convolution = new(random, largest: i % 10 == 0 ? 12 : 5);
            convolution.Check(convolution.Run());
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void DepthwisePassesEqualSumsInDoublePrecision(int width)
    {
        Random random = new(width + 200);
        for (var i = 0; i < 60; i++)
        {
            using KernelSettings settings = new(width, threads: random.Next(1, 4));
            ConvolutionCase convolution = new(random, largest: i % 5 == 0 ? 40 : 9, isDepthwise: true);
            convolution.Check(convolution.Run());
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void FilteredPassesEqualSumsInDoublePrecision(int width)
    {
        Random random = new(width + 50);
        for (var i = 0; i < 3; i++)
        {
            using KernelSettings settings = new(width, threads: random.Next(1, 4));
            var convolution = ConvolutionCase.Filtered(random);
            convolution.Check(convolution.Run());
            Assert.InRange(convolution.WeightError, 0, 3e-7);
        }
    }

    [Theory]
    [InlineData(PaddingMode.Reflect)]
    [InlineData(PaddingMode.Replicate)]
    [InlineData(PaddingMode.Circular)]
    public void BordersAreReadAndGivenGradients(PaddingMode mode)
    {
        Random random = new(7);
        for (var i = 0; i < 15; i++)
        {
            ConvolutionCase convolution = new(random, largest: 5, mode);
            convolution.Check(convolution.Run());
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void NothingBeyondTheOperandsIsRead(int width)
    {
        if (!GuardedMemory.IsSupported)
            return;
        Random random = new(width + 100);
        using KernelSettings settings = new(width);
        for (var i = 0; i < 60; i++)
        {
            var convolution = i % 12 == 1 ? ConvolutionCase.Filtered(random) : new(random, largest: 5, isDepthwise: i % 4 == 0);
            convolution.Check(convolution.RunGuarded());
        }
    }

    [Fact]
    public void ResultsHaveTheSameBitsForAnyNumberOfThreads()
    {
        Random random = new(4);
        for (var i = 0; i < 15; i++)
        {
            var convolution = i % 3 == 1 ? ConvolutionCase.Filtered(random) : new(random, largest: 9, isDepthwise: i % 3 == 0);
            using KernelSettings settings = new(threads: 1);
            var serial = convolution.Run();
            foreach (var threads in new[] { 2, 3, 8 })
            {
                Threads.Count = threads;
                Assert.Equal(serial, convolution.Run());
            }
        }
    }
}
