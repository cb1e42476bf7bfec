namespace NnGen;

/// <summary>Connectionist temporal classification: minus the log-probability of label sequences, summed over all their alignments: torch.nn.CTCLoss.</summary>
/// <param name="blank">The class that stands between labels. Default: 0.</param>
/// <param name="reduction">What is made of the losses. Default: the mean of each divided by its number of labels.</param>
/// <param name="zeroInfinity">Whether the loss of a sample that has no alignment is 0 instead of infinite. Default: no.</param>
[Module]
public sealed partial class CTCLoss(int blank = 0, Reduction reduction = Reduction.Mean, bool zeroInfinity = false)
{
    /// <summary>The class that stands between labels.</summary>
    public int Blank { get; } = blank;

    /// <summary>What is made of the losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>Whether the loss of a sample that has no alignment is 0 instead of infinite.</summary>
    public bool ZeroInfinity { get; } = zeroInfinity;

    /// <summary>The loss.</summary>
    /// <param name="logProbs">Log-probabilities of the classes: <c>T, N, C</c>, or <c>T, C</c> for one sample.</param>
    /// <param name="targets">The labels: <c>N, S</c>, or those of all samples one after the other.</param>
    /// <param name="inputLengths">How many steps of each sample count: <c>N</c>.</param>
    /// <param name="targetLengths">How many labels each sample has: <c>N</c>.</param>
    /// <returns>A scalar, or a loss for each sample where they are not reduced.</returns>
    public Tensor Forward(Tensor logProbs, Tensor<long> targets, Tensor<long> inputLengths, Tensor<long> targetLengths)
        => F.CtcLoss(logProbs, targets, inputLengths, targetLengths, Blank, Reduction, ZeroInfinity);
}
