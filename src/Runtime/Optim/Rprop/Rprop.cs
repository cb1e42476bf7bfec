using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Resilient backpropagation: only the sign of a gradient counts (A Direct Adaptive Method for Faster Backpropagation Learning,
/// Riedmiller and Braun, 1993): <c>torch.optim.Rprop</c>. For gradients of all the data, not of batches.
/// </summary>
public sealed class Rprop : Optimizer<RpropGroup, RpropState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">The step size of the first step. Default: 1e-2.</param>
    /// <param name="etas">Factors of a step size after the gradient has changed its sign, and after it has kept it. Default: (0.5, 1.2).</param>
    /// <param name="stepSizes">The smallest and the largest step size. Default: (1e-6, 50).</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public Rprop(
        IEnumerable<Parameter> parameters,
        double lr = 1e-2,
        (double Minus, double Plus)? etas = null,
        (double Min, double Max)? stepSizes = null,
        bool maximize = false)
        : this([new RpropGroup(parameters)], lr, etas, stepSizes, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="Rprop(IEnumerable{Parameter}, double, ValueTuple{double, double}?, ValueTuple{double, double}?, bool)"/>
    public Rprop(
        IEnumerable<RpropGroup> groups,
        double lr = 1e-2,
        (double Minus, double Plus)? etas = null,
        (double Min, double Max)? stepSizes = null,
        bool maximize = false)
        : base(groups, new RpropGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Etas = etas ?? (0.5, 1.2),
            StepSizes = stepSizes ?? (1e-6, 50),
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, RpropState state, RpropGroup group)
    {
        state.Advance(parameter.Shape, group.Lr);
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues)
        fixed (float* previous = state.Previous, stepSize = state.StepSize)
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, weightDecay: 0, group.Maximize),
                Previous = previous,
                StepSize = stepSize,
                Smaller = (float)group.Etas.Minus,
                Larger = (float)group.Etas.Plus,
                Smallest = (float)group.StepSizes.Min,
                Largest = (float)group.StepSizes.Max,
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Previous, StepSize;
        public DescentGradient Gradient;
        public float Smaller, Larger, Smallest, Largest;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V agreement = d * V.Load(Previous + index), hasTurned = V.LessThan(agreement, V.Zero);
            V factor = V.Select(hasTurned, V.Create(Smaller), V.Select(V.GreaterThan(agreement, V.Zero), V.Create(Larger), V.One));
            V stepSize = V.Min(V.Max(V.Load(StepSize + index) * factor, V.Create(Smallest)), V.Create(Largest));
            d = V.AndNot(d, hasTurned);
            V.Store(StepSize + index, stepSize);
            V.Store(Previous + index, d);
            V up = V.And(V.GreaterThan(d, V.Zero), stepSize), down = V.And(V.LessThan(d, V.Zero), stepSize);
            V.Store(Weight + index, weight - up + down);
        }
    }
}
