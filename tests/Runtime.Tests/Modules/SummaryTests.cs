using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

public class SummaryTests
{
    [Fact]
    public void ListsModulesParametersAndTotals()
    {
        var model = new TiedAutoencoder();
        model.Parameters()[1].RequiresGrad = false;
        Assert.Equal(
            """
            layer    type             parameters               count
            (root)   TiedAutoencoder
            encoder  Linear           weight [5, 5], bias [5]     30
            decoder  Linear           weight [5, 5], bias [5]      5
            35 parameters, 30 trainable
            """.ReplaceLineEndings("\n"),
            model.Summary());
    }

    [Fact]
    public void ShowsWhatEachModuleGivesForABatch()
    {
        var model = new Regularized();
        const string expected =
            """
            layer    type         result   parameters               count
            (root)   Regularized  [16, 2]
            stem     Sequential   [16, 8]
            stem.0   Linear       [16, 8]  weight [8, 6], bias [8]     56
            stem.1   ReLU         [16, 8]
            dropout  Dropout      [16, 8]
            head     Linear       [16, 2]  weight [2, 8], bias [2]     18
            74 parameters, 74 trainable
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), model.Summary([16, 6]));
        Assert.Equal(model.Summary([16, 6]), model.Summary(Tensor.Ones(16, 6)));
        Assert.Throws<ShapeException>(() => model.Summary([16, 7]));
    }
}
