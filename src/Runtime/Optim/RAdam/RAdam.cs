using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// On the Variance of the Adaptive Learning Rate and Beyond (Liu et al., 2020): <c>torch.optim.RAdam</c>.
/// </summary>
public sealed class RAdam : Optimizer<RAdamGroup, RAdamState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="betas">Decay of the running means of the gradient and of its square. Default: (0.9, 0.999).</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="decoupledWeightDecay">Whether the decay shrinks the weights themselves, as in AdamW, instead of adding to the gradient. Default: false.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public RAdam(
        IEnumerable<Parameter> parameters,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool decoupledWeightDecay = false,
        bool maximize = false)
        : this([new RAdamGroup(parameters)], lr, betas, eps, weightDecay, decoupledWeightDecay, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="RAdam(IEnumerable{Parameter}, double, ValueTuple{double, double}?, double, double, bool, bool)"/>
    public RAdam(
        IEnumerable<RAdamGroup> groups,
        double lr = 1e-3,
        (double Beta1, double Beta2)? betas = null,
        double eps = 1e-8,
        double weightDecay = 0,
        bool decoupledWeightDecay = false,
        bool maximize = false)
        : base(groups, new RAdamGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            DecoupledWeightDecay = decoupledWeightDecay,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, RAdamState state, RAdamGroup group)
    {
        long steps = state.Advance(parameter.Shape);
        var (beta1, beta2) = group.Betas;
        double squareCorrection = 1 - Math.Pow(beta2, steps);
        double longest = (2 / (1 - beta2)) - 1;                 // length of the approximated simple moving average
        double length = longest - (2 * steps * Math.Pow(beta2, steps) / squareCorrection);
        bool isRectified = length > 5;
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
                MeanCorrection = (float)(1 - Math.Pow(beta1, steps)),
                Lr = (float)group.Lr,
                Eps = (float)group.Eps,
                IsRectified = isRectified,
                RootOfSquareCorrection = (float)Math.Sqrt(squareCorrection),
                Rectification = isRectified
                    ? (float)Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length))
                    : 1,
                Kept = group.Kept(group.DecoupledWeightDecay),
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Mean, Square;
        public DescentGradient Gradient;
        public float Beta1, MeanRate, Beta2, SquareRate, MeanCorrection, Lr, Eps, RootOfSquareCorrection, Rectification, Kept;
        public bool IsRectified;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V mean = V.MultiplyAdd(d, V.Create(MeanRate), V.Load(Mean + index) * V.Create(Beta1));
            V square = V.MultiplyAdd(V.Create(SquareRate) * d, d, V.Load(Square + index) * V.Create(Beta2));
            V.Store(Mean + index, mean);
            V.Store(Square + index, square);
            V change = mean / V.Create(MeanCorrection) * V.Create(Lr);
            if (IsRectified)
                change = change * (V.One / (V.Sqrt(square) + V.Create(Eps)) * V.Create(RootOfSquareCorrection)) * V.Create(Rectification);
            V.Store(Weight + index, (weight * V.Create(Kept)) - change);
        }
    }
}
