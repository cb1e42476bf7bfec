using NnGen.CodeFixes;

namespace NnGen.Analyzers.Tests;

/// <summary>The program that a fix gives has no error left.</summary>
public sealed class ShapeCodeFixTests
{
    [Theory]
    [InlineData("new(784, 128)", "new(127, 10)", "new(784, 128)", "new(128, 10)")]
    [InlineData("new(784, 32 * 4)", "new(120 + 4, 10)", "new(784, 32 * 4)", "new(128, 10)")]
    public async Task ALayer_TakesTheProvenSize(string first, string second, string firstAfter, string secondAfter)
        => Assert.Equal(Mlp(firstAfter, secondAfter), await FixedProgram.ApplyAsync(Mlp(first, second), new ShapeCodeFix()));

    [Fact]
    public async Task AConvolution_TakesTheChannelsThatItIsGiven()
        => Assert.Equal(Convolution(1), await FixedProgram.ApplyAsync(Convolution(3), new ShapeCodeFix()));

    [Fact]
    public async Task WhatIsNotFlat_IsFlattened()
        => Assert.Equal(Head("F.Flatten(x, 1)"), await FixedProgram.ApplyAsync(Head("x"), new ShapeCodeFix()));

    [Fact]
    public async Task ATensor_IsMarkedAsBuffer()
        => Assert.Equal(Mean("[Buffer] private readonly Tensor mean"), await FixedProgram.ApplyAsync(Mean("private readonly Tensor mean"), new MarkBufferCodeFix()));

    private static string Mlp(string first, string second)
        => $$"""
            [Module]
            public partial class Net
            {
                private readonly Linear fc1 = {{first}};
                private readonly Linear fc2 = {{second}};

                public Tensor Forward([Shape("N, 784")] Tensor x) => fc2.Forward(F.Relu(fc1.Forward(x)));
            }
            """;

    private static string Convolution(int channels)
        => $$"""
            [Module]
            public partial class Net
            {
                private readonly Conv2d conv;

                public Net() => conv = new Conv2d({{channels}}, 8, 3);

                public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => conv.Forward(x);
            }
            """;

    private static string Head(string features)
        => $$"""
            [Module]
            public partial class Net
            {
                private readonly Linear fc = new(64 * 12 * 12, 10);

                public Tensor Forward([Shape("N, 64, 12, 12")] Tensor x) => fc.Forward({{features}});
            }
            """;

    private static string Mean(string member)
        => $$"""
            [Module]
            public partial class Net
            {
                // What is taken away.
                {{member}} = Tensor.Zeros(4);

                public Tensor Forward([Shape("N, 4")] Tensor x) => x - mean;
            }
            """;
}
