using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// Divides the gradient by a running root mean square of its recent magnitudes (Hinton, Neural Networks for Machine Learning,
/// lecture 6, 2012; centered: Generating Sequences With Recurrent Neural Networks, Graves, 2013): <c>torch.optim.RMSprop</c>.
/// </summary>
public sealed class RMSprop : Optimizer<RMSpropGroup, RMSpropState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-2.</param>
    /// <param name="alpha">Decay of the running means. Default: 0.99.</param>
    /// <param name="eps">Added to the denominator. Default: 1e-8.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="momentum">Momentum factor. Default: 0.</param>
    /// <param name="centered">Whether the gradient is divided by its standard deviation instead of its root mean square. Default: false.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public RMSprop(
        IEnumerable<Parameter> parameters,
        double lr = 1e-2,
        double alpha = 0.99,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : this([new RMSpropGroup(parameters)], lr, alpha, eps, weightDecay, momentum, centered, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="RMSprop(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public RMSprop(
        IEnumerable<RMSpropGroup> groups,
        double lr = 1e-2,
        double alpha = 0.99,
        double eps = 1e-8,
        double weightDecay = 0,
        double momentum = 0,
        bool centered = false,
        bool maximize = false)
        : base(groups, new RMSpropGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Alpha = alpha,
            Eps = eps,
            WeightDecay = weightDecay,
            Momentum = momentum,
            Centered = centered,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, RMSpropState state, RMSpropGroup group)
    {
        state.Advance(parameter.Shape);
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues, square = state.Square)
        fixed (float* mean = state.Mean(group.Centered, parameter.Shape), buffer = state.MomentumBuffer(group.Momentum, parameter.Shape))
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group),
                Square = square,
                Mean = mean,
                Buffer = buffer,
                Alpha = (float)group.Alpha,
                Rate = (float)(1 - group.Alpha),
                Eps = (float)group.Eps,
                Momentum = (float)group.Momentum,
                NegativeLr = (float)-group.Lr,
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Square, Mean, Buffer;
        public DescentGradient Gradient;
        public float Alpha, Rate, Eps, Momentum, NegativeLr;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V square = V.MultiplyAdd(V.Create(Rate) * d, d, V.Load(Square + index) * V.Create(Alpha));
            V.Store(Square + index, square);
            if (Mean != null)
            {
                V mean = V.MultiplyAdd(d, V.Create(Rate), V.Load(Mean + index) * V.Create(Alpha));
                V.Store(Mean + index, mean);
                square = V.MultiplyAdd(-mean, mean, square);
            }

            V root = V.Sqrt(square) + V.Create(Eps);
            if (Buffer == null)
            {
                V.Store(Weight + index, weight + (V.Create(NegativeLr) * d / root));
                return;
            }

            V buffer = (V.Load(Buffer + index) * V.Create(Momentum)) + (d / root);
            V.Store(Buffer + index, buffer);
            V.Store(Weight + index, V.MultiplyAdd(buffer, V.Create(NegativeLr), weight));
        }
    }
}
