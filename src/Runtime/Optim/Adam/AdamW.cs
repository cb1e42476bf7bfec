namespace NnGen.Optim;

/// <summary>
/// Adam whose weight decay shrinks the weights themselves instead of adding to the gradient (Decoupled Weight Decay Regularization,
/// Loshchilov and Hutter, 2019): <c>torch.optim.AdamW</c>.
/// </summary>
public sealed class AdamW : AdamOptimizer
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="betas">Decay of the running means of the gradient and of its square. Default: (0.9, 0.999).</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weightDecay">What part of a weight a step takes away, times the learning rate. Default: 1e-2.</param>
    /// <param name="amsgrad">Whether the largest mean square so far is used, as in AMSGrad. Default: false.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public AdamW(
        IEnumerable<Parameter> parameters,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 1e-2,
        bool amsgrad = false,
        bool maximize = false)
        : this([new AdamGroup(parameters)], lr, betas, eps, weightDecay, amsgrad, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, ValueTuple{double, double}?, double, double, bool, bool)"/>
    public AdamW(
        IEnumerable<AdamGroup> groups,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 1e-2,
        bool amsgrad = false,
        bool maximize = false)
        : base(groups, new AdamGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            Amsgrad = amsgrad,
            Maximize = maximize,
        },
        isDecayDecoupled: true)
    {
    }
}
