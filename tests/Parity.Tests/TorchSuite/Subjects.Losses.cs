using static NnGen.Parity.Tests.TorchSuite.Subject;

namespace NnGen.Parity.Tests.TorchSuite;

internal static partial class Subjects
{
    private static Dictionary<string, Func<Arguments, Subject>> Losses() => new()
    {
        ["L1Loss"] = a => Loss(new L1Loss(a.Reduction())),
        ["MSELoss"] = a => Loss(new MSELoss(a.Reduction())),
        ["SmoothL1Loss"] = a => Loss(new SmoothL1Loss(a.Reduction(), a.Double("beta", 1))),
        ["HuberLoss"] = a => Loss(new HuberLoss(a.Reduction(), a.Double("delta", 1))),
        ["SoftMarginLoss"] = a => Loss(new SoftMarginLoss(a.Reduction())),
        ["HingeEmbeddingLoss"] = a => Loss(new HingeEmbeddingLoss(a.Double("margin", 1), a.Reduction())),
        ["PoissonNLLLoss"] = a => Loss(new PoissonNLLLoss(a.Bool("log_input", true), a.Bool("full", false), a.Double("eps", 1e-8), a.Reduction())),
        ["GaussianNLLLoss"] = a => Loss(new GaussianNLLLoss(a.Bool("full", false), a.Double("eps", 1e-6), a.Reduction())),
        ["MarginRankingLoss"] = a => Loss(new MarginRankingLoss(a.Double("margin", 0), a.Reduction())),
        ["CosineEmbeddingLoss"] = a => Loss(new CosineEmbeddingLoss(a.Double("margin", 0), a.Reduction())),
        ["TripletMarginLoss"] = a => Loss(
            new TripletMarginLoss(a.Double("margin", 1), a.Double("p", 2), a.Double("eps", 1e-6), a.Bool("swap", false), a.Reduction())),
        ["BCELoss"] = a => Loss(new BCELoss(a.Tensor("weight"), a.Reduction())),
        ["BCEWithLogitsLoss"] = a => Loss(new BCEWithLogitsLoss(a.Tensor("weight"), a.Reduction(), a.Tensor("pos_weight"))),
        ["KLDivLoss"] = a => Loss(new KLDivLoss(a.Reduction(), a.Bool("log_target", false))),
        ["MultiLabelMarginLoss"] = a => Loss(new MultiLabelMarginLoss(a.Reduction())),
        ["MultiLabelSoftMarginLoss"] = a => Loss(new MultiLabelSoftMarginLoss(a.Tensor("weight"), a.Reduction())),
        ["MultiMarginLoss"] = a => Loss(new MultiMarginLoss(a.Int("p", 1), a.Double("margin", 1), a.Tensor("weight"), a.Reduction())),
        ["NLLLoss"] = a => Loss(new NLLLoss(a.Tensor("weight"), a.Int("ignore_index", -100), a.Reduction())),
        ["CrossEntropyLoss"] = a => Loss(
            new CrossEntropyLoss(a.Tensor("weight"), a.Int("ignore_index", -100), a.Reduction(), a.Double("label_smoothing", 0))),
        ["CTCLoss"] = a => Loss(new CTCLoss(a.Int("blank"), a.Reduction(), a.Bool("zero_infinity", false))),
    };

    private static Subject Loss(L1Loss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(MSELoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(SmoothL1Loss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(HuberLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(SoftMarginLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(HingeEmbeddingLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(PoissonNLLLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(BCELoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(BCEWithLogitsLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(KLDivLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(MultiLabelSoftMarginLoss loss) => Of<Tensor>(loss, loss.Call, loss.Forward);

    private static Subject Loss(MultiLabelMarginLoss loss) => Of<Tensor<long>>(loss, loss.Call, loss.Forward);

    private static Subject Loss(MultiMarginLoss loss) => Of<Tensor<long>>(loss, loss.Call, loss.Forward);

    private static Subject Loss(NLLLoss loss) => Of<Tensor<long>>(loss, loss.Call, loss.Forward);

    private static Subject Loss(GaussianNLLLoss loss) => Of(loss, loss.Call, loss.Forward);

    private static Subject Loss(MarginRankingLoss loss) => Of(loss, loss.Call, loss.Forward);

    private static Subject Loss(CosineEmbeddingLoss loss) => Of(loss, loss.Call, loss.Forward);

    private static Subject Loss(TripletMarginLoss loss) => Of(loss, loss.Call, loss.Forward);

    /// <summary>The target's type says whether it holds classes or probabilities.</summary>
    private static Subject Loss(CrossEntropyLoss loss) => new(
        loss,
        x => [x[1] is Tensor<long> classes ? loss.Call((Tensor)x[0], classes) : loss.Call((Tensor)x[0], (Tensor)x[1])],
        x => [x[1] is Tensor<long> classes ? loss.Forward((Tensor)x[0], classes) : loss.Forward((Tensor)x[0], (Tensor)x[1])]);

    private static Subject Loss(CTCLoss loss) => new(
        loss,
        x => [loss.Call((Tensor)x[0], x.At<Tensor<long>>(1), x.At<Tensor<long>>(2), x.At<Tensor<long>>(3))],
        x => [loss.Forward((Tensor)x[0], x.At<Tensor<long>>(1), x.At<Tensor<long>>(2), x.At<Tensor<long>>(3))]);
}
