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

    [Fact]
    public async Task ASize_IsPromised()
        => Assert.Equal(Halving("[Dim(\"H\", MultipleOf = 2)]\n    "), await FixedProgram.ApplyAsync(Halving(""), new AddDimCodeFix()));

    [Theory]
    [InlineData("Linear[] layers = [new Linear(4, 4), new Linear(4, 4)]")]
    [InlineData("Linear[] layers = { new Linear(4, 4), new Linear(4, 4) }")]
    [InlineData("Linear[] layers = new[] { new Linear(4, 4), new Linear(4, 4) }")]
    [InlineData("List<Linear> layers = new() { new Linear(4, 4), new Linear(4, 4) }")]
    public async Task AnArrayOfLayers_IsAModuleList(string member)
        => Assert.Equal(
            Layers("ModuleList<Linear> layers = [new Linear(4, 4), new Linear(4, 4)]", "Count"),
            await FixedProgram.ApplyAsync(Layers(member, member.StartsWith("List", StringComparison.Ordinal) ? "Count" : "Length"), new ModuleListCodeFix()));

    [Fact]
    public async Task Forward_IsCalledCompiled()
        => Assert.Equal(Plain("Call"), await FixedProgram.ApplyAsync(Plain("Forward"), new CallCodeFix()));

    private static string Plain(string method)
        => $$"""
            internal static class Evaluation
            {
                public static Tensor Run(Linear model, Tensor x) => F.Softmax(model.{{method}}(x), 1);
            }
            """;

    private static string Layers(string member, string count)
        => $$"""
            [Module]
            public partial class Net
            {
                private readonly {{member}};

                public Tensor Forward([Shape("N, 4")] Tensor x)
                {
                    for (var i = 0; i < layers.{{count}}; i++)
                        x = F.Relu(layers[i].Forward(x));
                    return x;
                }
            }
            """;

    private static string Halving(string promise)
        => $$"""
            [Module]
            public partial class Net
            {
                private readonly MaxPool2d pool = new(2);

                {{promise}}public Tensor Forward([Shape("N, 3, H, 64")] Tensor x) => x + F.Interpolate(pool.Forward(x), scaleFactor: 2);
            }
            """;

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
