using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Incorporating Nesterov Momentum into Adam (Dozat, 2016): <c>torch.optim.NAdam</c>.
/// </summary>
public sealed class NAdam : Optimizer<NAdamGroup, NAdamState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 2e-3.</param>
    /// <param name="betas">Decay of the running means of the gradient and of its square. Default: (0.9, 0.999).</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="momentumDecay">How fast the momentum grows towards the first beta. Default: 4e-3.</param>
    /// <param name="decoupledWeightDecay">Whether the decay shrinks the weights themselves, as in AdamW, instead of adding to the gradient. Default: false.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public NAdam(
        IEnumerable<Parameter> parameters,
        double lr = 2e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentumDecay = 4e-3,
        bool decoupledWeightDecay = false,
        bool maximize = false)
        : this([new NAdamGroup(parameters)], lr, betas, eps, weightDecay, momentumDecay, decoupledWeightDecay, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="NAdam(IEnumerable{Parameter}, double, ValueTuple{double, double}?, double, double, double, bool, bool)"/>
    public NAdam(
        IEnumerable<NAdamGroup> groups,
        double lr = 2e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentumDecay = 4e-3,
        bool decoupledWeightDecay = false,
        bool maximize = false)
        : base(groups, new NAdamGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            MomentumDecay = momentumDecay,
            DecoupledWeightDecay = decoupledWeightDecay,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, NAdamState state, NAdamGroup group)
    {
        long steps = state.Advance(parameter.Shape);
        var (beta1, beta2) = group.Betas;
        double momentum = MomentumAt(steps, group), next = MomentumAt(steps + 1, group);
        state.MomentumProduct = (float)(state.MomentumProduct * momentum);
        double product = state.MomentumProduct;
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues, mean = state.Mean, square = state.Square)
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group, group.DecoupledWeightDecay),
                Mean = mean,
                Square = square,
                Beta1 = (float)beta1,
                MeanRate = (float)(1 - beta1),
                Beta2 = (float)beta2,
                SquareRate = (float)(1 - beta2),
                Correction = (float)(1 - Math.Pow(beta2, steps)),
                Eps = (float)group.Eps,
                NegativeGradientStep = (float)(-group.Lr * (1 - momentum) / (1 - product)),
                NegativeMeanStep = (float)(-group.Lr * next / (1 - (product * next))),
                Kept = group.Kept(group.DecoupledWeightDecay),
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    private static double MomentumAt(long step, NAdamGroup group)
        => group.Betas.Beta1 * (1 - (0.5 * Math.Pow(0.96, step * group.MomentumDecay)));

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Mean, Square;
        public DescentGradient Gradient;
        public float Beta1, MeanRate, Beta2, SquareRate, Correction, Eps, NegativeGradientStep, NegativeMeanStep, Kept;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V mean = V.MultiplyAdd(d, V.Create(MeanRate), V.Load(Mean + index) * V.Create(Beta1));
            V square = V.MultiplyAdd(V.Create(SquareRate) * d, d, V.Load(Square + index) * V.Create(Beta2));
            V.Store(Mean + index, mean);
            V.Store(Square + index, square);
            V denominator = V.Sqrt(square / V.Create(Correction)) + V.Create(Eps);
            weight = (weight * V.Create(Kept)) + (V.Create(NegativeGradientStep) * d / denominator);
            V.Store(Weight + index, weight + (V.Create(NegativeMeanStep) * mean / denominator));
        }
    }
}
