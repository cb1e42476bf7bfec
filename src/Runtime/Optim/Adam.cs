using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>Adam: A Method for Stochastic Optimization (Kingma and Ba, 2015): <c>torch.optim.Adam</c>.</summary>
public sealed class Adam : Optimizer<AdamGroup, AdamState>
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
        : base(groups, new AdamGroup([])
        {
            Lr = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            Amsgrad = amsgrad,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, AdamState state, AdamGroup group)
    {
        long steps = state.Advance(parameter.Shape, group.Amsgrad);
        var (beta1, beta2) = group.Betas;
        fixed (float* weight = parameter.AsWritableSpan(), gradient = parameter.GradientValues)
        fixed (float* mean = state.Mean, square = state.Square, maximum = state.Maximum(group.Amsgrad))
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = gradient,
                Mean = mean,
                Square = square,
                Maximum = maximum,
                Beta1 = (float)beta1,
                MeanRate = (float)(1 - beta1),
                Beta2 = (float)beta2,
                SquareRate = (float)(1 - beta2),
                Correction = (float)Math.Sqrt(1 - Math.Pow(beta2, steps)),
                Eps = (float)group.Eps,
                NegativeStepSize = (float)-(group.Lr / (1 - Math.Pow(beta1, steps))),
                WeightDecay = (float)group.WeightDecay,
                Maximize = group.Maximize,
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Gradient, Mean, Square, Maximum;
        public float Beta1, MeanRate, Beta2, SquareRate, Correction, Eps, NegativeStepSize, WeightDecay;
        public bool Maximize;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = V.Load(Gradient + index), mean = V.Load(Mean + index);
            if (Maximize)
                d = -d;
            if (WeightDecay != 0)
                d = V.MultiplyAdd(weight, V.Create(WeightDecay), d);
            mean = V.MultiplyAdd(d, V.Create(MeanRate), mean * V.Create(Beta1));
            V square = V.MultiplyAdd(V.Create(SquareRate) * d, d, V.Load(Square + index) * V.Create(Beta2));
            V.Store(Mean + index, mean);
            V.Store(Square + index, square);
            if (Maximum != null)
            {
                square = V.Max(V.Load(Maximum + index), square);
                V.Store(Maximum + index, square);
            }

            V denominator = (V.Sqrt(square) / V.Create(Correction)) + V.Create(Eps);
            V.Store(Weight + index, weight + (V.Create(NegativeStepSize) * mean / denominator));
        }
    }
}
