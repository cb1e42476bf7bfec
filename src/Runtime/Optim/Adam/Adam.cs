namespace NnGen.Optim;

/// <summary>Adam: A Method for Stochastic Optimization (Kingma and Ba, 2015): <c>torch.optim.Adam</c>.</summary>
public sealed class Adam : AdamOptimizer
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="betas">Decay of the running means of the gradient and of its square. Default: (0.9, 0.999).</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="amsgrad">Whether the largest mean square so far is used, as in AMSGrad. Default: false.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public Adam(
        IEnumerable<Parameter> parameters,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool amsgrad = false,
        bool maximize = false)
        : this([new AdamGroup(parameters)], lr, betas, eps, weightDecay, amsgrad, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, ValueTuple{double, double}?, double, double, bool, bool)"/>
    public Adam(
        IEnumerable<AdamGroup> groups,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
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
        isDecayDecoupled: false)
    {
    }
}
