namespace NnGen.Analyzers.Tests;

/// <summary>The shapes that editors show on the names of layers.</summary>
public sealed class LayerHintTests
{
    [Fact]
    public async Task ALayer_ShowsWhatItTakesAndGives()
    {
        const string program = """
            [Module]
            public partial class Head(int classes)
            {
                private readonly Linear fc = new(32, classes);

                public Tensor Forward([Shape("N, 32")] Tensor x) => fc.Forward(x);
            }

            [Module]
            public partial class Net
            {
                private readonly Conv2d conv = new(3, 32, 3, padding: 1);
                private readonly Sequential pool = new(new AdaptiveAvgPool2d(1), new Flatten());
                private readonly Head head = new(10);

                public Tensor Forward([Shape("N, 3, 64, 64")] Tensor x) => head.Forward(pool.Forward(F.Relu(conv.Forward(x))));
            }
            """;

        Assert.Equal(
            [
                "fc: [N, 32] -> [N, classes]",
                "conv: [N, 3, 64, 64] -> [N, 32, 64, 64]",
                "pool: [N, 32, 64, 64] -> [N, 32]",
                "head: [N, 32] -> [N, 10]",
            ],
            await AnalyzedProgram.HintsAsync(AnalyzedProgram.Compile(program, isLibrary: true)));
    }

    [Fact]
    public async Task WeightsThatAreDrawnBeforeThoseOfTheBaseClass_AreShownAndNoMistake()
    {
        const string program = """
            [Module]
            public partial class Base
            {
                protected readonly Linear stem = new(4, 8);

                public Tensor Features([Shape("N, 4")] Tensor x) => F.Relu(stem.Forward(x));
            }

            [Module]
            public partial class Net : Base
            {
                private readonly Linear head = new(8, 2);

                public Tensor Forward([Shape("N, 4")] Tensor x) => head.Forward(Features(x));
            }
            """;
        var compilation = AnalyzedProgram.Compile(program, isLibrary: true);

        Assert.Contains(
            "'head' draws its initial weights before 'stem', which PyTorch draws first: field initializers of a derived class run before its base class is constructed; "
                + "make 'head' in the body of a constructor to draw in PyTorch's order",
            await AnalyzedProgram.HintsAsync(compilation));
        Assert.Empty((await AnalyzedProgram.AnalyzeAsync(compilation)).Ours);
    }
}
