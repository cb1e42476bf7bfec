using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Adaptive Subgradient Methods for Online Learning and Stochastic Optimization (Duchi, Hazan and Singer, 2011):
/// <c>torch.optim.Adagrad</c>.
/// </summary>
public sealed class Adagrad : Optimizer<AdagradGroup, AdagradState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-2.</param>
    /// <param name="lrDecay">By how much the learning rate shrinks with the steps: lr / (1 + steps · lrDecay). Default: 0.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="initialAccumulatorValue">With what the sums of squares begin. Default: 0.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-10.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public Adagrad(
        IEnumerable<Parameter> parameters,
        double lr = 1e-2,
        double lrDecay = 0,
        double weightDecay = 0,
        double initialAccumulatorValue = 0,
        double eps = 1e-10,
        bool maximize = false)
        : this([new AdagradGroup(parameters)], lr, lrDecay, weightDecay, initialAccumulatorValue, eps, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="Adagrad(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
    public Adagrad(
        IEnumerable<AdagradGroup> groups,
        double lr = 1e-2,
        double lrDecay = 0,
        double weightDecay = 0,
        double initialAccumulatorValue = 0,
        double eps = 1e-10,
        bool maximize = false)
        : base(groups, new AdagradGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            LrDecay = lrDecay,
            WeightDecay = weightDecay,
            InitialAccumulatorValue = initialAccumulatorValue,
            Eps = eps,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, AdagradState state, AdagradGroup group)
    {
        long steps = state.Advance(parameter.Shape, group.InitialAccumulatorValue);
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues, sum = state.Sum)
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group),
                Sum = sum,
                Eps = (float)group.Eps,
                NegativeLr = (float)-(group.Lr / (1 + ((steps - 1) * group.LrDecay))),
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Sum;
        public DescentGradient Gradient;
        public float Eps, NegativeLr;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V sum = V.MultiplyAdd(d, d, V.Load(Sum + index));
            V.Store(Sum + index, sum);
            V.Store(Weight + index, weight + (V.Create(NegativeLr) * d / (V.Sqrt(sum) + V.Create(Eps))));
        }
    }
}
