namespace NnGen.Tests.Modules;

public partial class RefusalTests
{
    private static readonly Dictionary<string, Func<Attempt>> s_losses = new()
    {
        ["L1Loss, reduction"] = () => Of(new L1Loss((Reduction)9), m => m.Call(Zeros(2), Zeros(2))),
        ["MSELoss, shapes"] = () => Of(new MSELoss(), m => m.Call(Zeros(2, 3), Zeros(2, 4))),
        ["SmoothL1Loss, beta"] = () => Of(new SmoothL1Loss(beta: -1), m => m.Call(Zeros(2), Zeros(2))),
        ["HuberLoss, delta"] = () => Of(new HuberLoss(delta: 0), m => m.Call(Zeros(2), Zeros(2))),
        ["BCELoss, shapes"] = () => Of(new BCELoss(), m => m.Call(Zeros(2), Zeros(3))),
        ["BCELoss, range"] = () => Of(new BCELoss(), m => m.Call(Zeros(2) + 2, Zeros(2))),
        ["BCEWithLogitsLoss, shapes"] = () => Of(new BCEWithLogitsLoss(), m => m.Call(Zeros(2), Zeros(3))),
        ["BCEWithLogitsLoss, weights"] = () => Of(new BCEWithLogitsLoss(posWeight: Zeros(2)), m => m.Call(Zeros(3), Zeros(3))),
        ["CrossEntropyLoss, batch"] = () => Of(new CrossEntropyLoss(), m => m.Call(Zeros(2, 3), List(0, 1, 2))),
        ["CrossEntropyLoss, target above"] = () => Of(new CrossEntropyLoss(), m => m.Call(Zeros(2, 3), List(0, 3))),
        ["CrossEntropyLoss, target below"] = () => Of(new CrossEntropyLoss(), m => m.Call(Zeros(2, 3), List(0, -1))),
        ["CrossEntropyLoss, weight"] = () => Of(new CrossEntropyLoss(weight: Zeros(2)), m => m.Call(Zeros(2, 3), List(0, 1))),
        ["CrossEntropyLoss, probabilities"] = () => Of(new CrossEntropyLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 4))),
        ["NLLLoss, target above"] = () => Of(new NLLLoss(), m => m.Call(Zeros(2, 3), List(0, 3))),
        ["NLLLoss, images"] = () => Of(new NLLLoss(), m => m.Call(Zeros(2, 3, 4, 4), Longs(2, 4, 5))),
        ["KLDivLoss, shapes"] = () => Of(new KLDivLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 4))),
        ["PoissonNLLLoss, shapes"] = () => Of(new PoissonNLLLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 4))),
        ["GaussianNLLLoss, negative variance"] = () => Of(new GaussianNLLLoss(), m => m.Call(Zeros(2), Zeros(2), Zeros(2) - 1)),
        ["GaussianNLLLoss, variance"] = () => Of(new GaussianNLLLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 3), Zeros(3, 3))),
        ["HingeEmbeddingLoss, shapes"] = () => Of(new HingeEmbeddingLoss(), m => m.Call(Zeros(2), Zeros(3))),
        ["SoftMarginLoss, shapes"] = () => Of(new SoftMarginLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 4))),
        ["MarginRankingLoss, ranks"] = () => Of(new MarginRankingLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 3), Zeros(3))),
        ["CosineEmbeddingLoss, target"] = () => Of(new CosineEmbeddingLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 3), Zeros(2, 3))),
        ["TripletMarginLoss, ranks"] = () => Of(new TripletMarginLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 3), Zeros(3))),
        ["MultiMarginLoss, target above"] = () => Of(new MultiMarginLoss(), m => m.Call(Zeros(2, 3), List(0, 3))),
        ["MultiMarginLoss, batch"] = () => Of(new MultiMarginLoss(), m => m.Call(Zeros(2, 3), List(0, 1, 2))),
        ["MultiLabelMarginLoss, target above"] = () => Of(new MultiLabelMarginLoss(), m => m.Call(Zeros(2, 3), Longs(2, 3) + 3)),
        ["MultiLabelMarginLoss, shapes"] = () => Of(new MultiLabelMarginLoss(), m => m.Call(Zeros(2, 3), Longs(2, 4))),
        ["MultiLabelSoftMarginLoss, shapes"] = () => Of(new MultiLabelSoftMarginLoss(), m => m.Call(Zeros(2, 3), Zeros(2, 4))),
        ["CTCLoss, input lengths"] = () => Of(new CTCLoss(), m => m.Call(Zeros(4, 1, 3), Longs(1, 2) + 1, List(5), List(2))),
        ["CTCLoss, target lengths"] = () => Of(new CTCLoss(), m => m.Call(Zeros(4, 1, 3), Longs(1, 2) + 1, List(4), List(3))),
        ["CTCLoss, blank"] = () => Of(new CTCLoss(blank: 3), m => m.Call(Zeros(4, 1, 3), Longs(1, 2) + 1, List(4), List(2))),
        ["CTCLoss, count of lengths"] = () => Of(new CTCLoss(), m => m.Call(Zeros(4, 1, 3), Longs(1, 2) + 1, List(4, 4), List(2))),
        ["AdaptiveLogSoftmaxWithLoss, target above"] = () => Of(new AdaptiveLogSoftmaxWithLoss(4, 10, [3]), m => m.Call(Zeros(1, 4), List(10))),
        ["AdaptiveLogSoftmaxWithLoss, batch"] = () => Of(new AdaptiveLogSoftmaxWithLoss(4, 10, [3]), m => m.Call(Zeros(2, 4), List(1))),
    };
}
