using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Adam with the infinity norm in place of the mean square (Adam: A Method for Stochastic Optimization, Kingma and Ba, 2015,
/// section 7): <c>torch.optim.Adamax</c>.
/// </summary>
public sealed class Adamax : Optimizer<AdamaxGroup, AdamaxState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 2e-3.</param>
    /// <param name="betas">Decay of the running mean of the gradient and of its largest magnitude. Default: (0.9, 0.999).</param>
    /// <param name="eps">Added to the magnitude of the gradient. Default: 1e-8.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public Adamax(
        IEnumerable<Parameter> parameters,
        double lr = 2e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool maximize = false)
        : this([new AdamaxGroup(parameters)], lr, betas, eps, weightDecay, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="Adamax(IEnumerable{Parameter}, double, ValueTuple{double, double}?, double, double, bool)"/>
    public Adamax(
        IEnumerable<AdamaxGroup> groups,
        double lr = 2e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool maximize = false)
        : base(groups, new AdamaxGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, AdamaxState state, AdamaxGroup group)
    {
        long steps = state.Advance(parameter.Shape);
        var (beta1, beta2) = group.Betas;
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues, mean = state.Mean, largest = state.Largest)
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group),
                Mean = mean,
                Largest = largest,
                Beta1 = (float)beta1,
                MeanRate = (float)(1 - beta1),
                Beta2 = (float)beta2,
                Eps = (float)group.Eps,
                NegativeStepSize = (float)-(group.Lr / (1 - Math.Pow(beta1, steps))),
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Mean, Largest;
        public DescentGradient Gradient;
        public float Beta1, MeanRate, Beta2, Eps, NegativeStepSize;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V mean = V.MultiplyAdd(d, V.Create(MeanRate), V.Load(Mean + index) * V.Create(Beta1));
            V largest = V.Max(V.Load(Largest + index) * V.Create(Beta2), V.Abs(d) + V.Create(Eps));
            V.Store(Mean + index, mean);
            V.Store(Largest + index, largest);
            V.Store(Weight + index, weight + (V.Create(NegativeStepSize) * mean / largest));
        }
    }
}
