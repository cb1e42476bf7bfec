using NnGen.Tests.Modules.Compiled;

namespace NnGen.Tests.Modules;

public class SummaryTests
{
    [Fact]
    public void ShowsTheBatchAsASymbol()
    {
        Check(
            """
            layer      type         result  parameters  trainable  multiply-adds
            (root)     Regularized  [N, 2]
              stem     Sequential   [N, 8]
                0      Linear       [N, 8]          56         56           48 N
                1      ReLU         [N, 8]
              dropout  Dropout      [N, 8]
              head     Linear       [N, 2]          18         18           16 N
            74 parameters: 74 trainable, 0 frozen
            64 N multiply-adds
            memory: parameters 0.00 MB
            """,
            new Regularized().Summary());
    }

    [Fact]
    public void ShowsFiguresOfABatch()
    {
        var model = new Regularized();
        var summary = model.Summary(batch: 16);
        Check(
            """
            layer      type         result   parameters  trainable  multiply-adds
            (root)     Regularized  [16, 2]
              stem     Sequential   [16, 8]
                0      Linear       [16, 8]          56         56            768
                1      ReLU         [16, 8]
              dropout  Dropout      [16, 8]
              head     Linear       [16, 2]          18         18            256
            74 parameters: 74 trainable, 0 frozen
            1,024 multiply-adds
            memory: parameters 0.00 MB; forward and backward pass 0.00 MB; prediction 0.00 MB
            """,
            summary);
        Assert.Equal(summary, model.Summary([16, 6]));
        Assert.Equal(summary, model.Summary(Tensor.Ones(16, 6)));
        Assert.Throws<ShapeException>(() => model.Summary([16, 7]));
    }

    [Fact]
    public void CountsSharedParametersOnceAndTellsFrozenOnes()
    {
        var model = new TiedAutoencoder();
        model.Parameters()[1].RequiresGrad = false;
        var summary = model.Summary([3, 5]);
        Assert.Contains("\n  encoder  Linear           [3, 5]          30         25             75\n", summary);
        Assert.Contains("\n  decoder  Linear           [3, 5]           5          5             75\n", summary);
        Assert.Contains("\n35 parameters: 30 trainable, 5 frozen\n150 multiply-adds\n", summary);
    }

    [Fact]
    public void CountsWhatRunTimeComposes()
    {
        var model = new Sequential(new Linear(10, 20), new ReLU(), new Sequential(new Linear(20, 4)));
        Assert.Contains("\n    0   Linear      [B, 4]           84         84           80 B\n", model.Summary());
        Assert.Contains("\n1,120 multiply-adds\n", model.Summary(batch: 4));
    }

    [Fact]
    public void CountsAttentionAndRecurrence()
    {
        // 4·10·32·512² for the projections, 2·32·10²·512 for scores and means, 2·10·32·512·2048 behind them.
        Assert.Contains("\n1,009,909,760 multiply-adds\n", new TransformerEncoderLayer(512, 8).Summary([10, 32, 512]));

        // 7 steps of 3 samples: 4 gates of 20 units over 10 and 20 features, then over 2·20 and 20, both ways.
        Assert.Contains($"\n{7 * 3 * 2 * 4 * 20 * (10 + 20 + 40 + 20):N0} multiply-adds\n", new LSTM(10, 20, numLayers: 2, bidirectional: true).Summary([7, 3, 10]));
        Assert.Contains($"\n{3 * 4 * 20 * (10 + 20):N0} multiply-adds\n", new LSTMCell(10, 20).Summary([3, 10]));
    }

    [Fact]
    public void SaysWhatItNeedsToKnow()
    {
        var conv = new Conv2d(3, 8, 3);
        Assert.Contains("does not say the shapes of its inputs", Assert.Throws<ArgumentException>(() => conv.Summary(batch: 8)).Message);
        Assert.Contains($"\n{8 * 8 * 2 * 3 * 27:N0} multiply-adds\n", conv.Summary([8, 3, 4, 5]));
    }

    private static void Check(string expected, string summary) => Assert.Equal(expected.ReplaceLineEndings("\n"), summary);
}
