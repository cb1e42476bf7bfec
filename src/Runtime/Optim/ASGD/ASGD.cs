using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Averaged stochastic gradient descent (Acceleration of Stochastic Approximation by Averaging, Polyak and Juditsky, 1992):
/// <c>torch.optim.ASGD</c>. The averages are in <see cref="Optimizer.StateDict"/> under <c>ax</c>.
/// </summary>
public sealed class ASGD : Optimizer<ASGDGroup, ASGDState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-2.</param>
    /// <param name="lambd">Decay of the weights. Default: 1e-4.</param>
    /// <param name="alpha">Power with which the step size shrinks. Default: 0.75.</param>
    /// <param name="t0">After how many steps averaging begins. Default: 1e6.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public ASGD(
        IEnumerable<Parameter> parameters,
        double lr = 1e-2,
        double lambd = 1e-4,
        double alpha = 0.75,
        double t0 = 1e6,
        double weightDecay = 0,
        bool maximize = false)
        : this([new ASGDGroup(parameters)], lr, lambd, alpha, t0, weightDecay, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="ASGD(IEnumerable{Parameter}, double, double, double, double, double, bool)"/>
    public ASGD(
        IEnumerable<ASGDGroup> groups,
        double lr = 1e-2,
        double lambd = 1e-4,
        double alpha = 0.75,
        double t0 = 1e6,
        double weightDecay = 0,
        bool maximize = false)
        : base(groups, new ASGDGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Lambd = lambd,
            Alpha = alpha,
            T0 = t0,
            WeightDecay = weightDecay,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, ASGDState state, ASGDGroup group)
    {
        state.Prepare(parameter.Shape, group.Lr);
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues, average = state.Average)
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group),
                Average = average,
                AverageRate = state.AverageRate,
                Kept = (float)(1 - (group.Lambd * state.StepSize)),
                NegativeStepSize = -state.StepSize,
            };
            ElementUpdate.Run(step, parameter.Count);
        }

        state.Advance(group);
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Average;
        public DescentGradient Gradient;
        public float AverageRate, Kept, NegativeStepSize;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            weight = V.MultiplyAdd(d, V.Create(NegativeStepSize), weight * V.Create(Kept));
            V average = V.Load(Average + index);
            V.Store(Average + index, AverageRate == 1 ? weight : average + ((weight - average) * V.Create(AverageRate)));
            V.Store(Weight + index, weight);
        }
    }
}
