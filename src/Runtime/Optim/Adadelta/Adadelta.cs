using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>
/// ADADELTA: An Adaptive Learning Rate Method (Zeiler, 2012): <c>torch.optim.Adadelta</c>.
/// </summary>
public sealed class Adadelta : Optimizer<AdadeltaGroup, AdadeltaState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Factor of the changes. Default: 1.</param>
    /// <param name="rho">Decay of the running means of squares. Default: 0.9.</param>
    /// <param name="eps">Added under the roots. Default: 1e-6.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public Adadelta(
        IEnumerable<Parameter> parameters,
        double lr = 1.0,
        double rho = 0.9,
        double eps = 1e-6,
        double weightDecay = 0,
        bool maximize = false)
        : this([new AdadeltaGroup(parameters)], lr, rho, eps, weightDecay, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="Adadelta(IEnumerable{Parameter}, double, double, double, double, bool)"/>
    public Adadelta(
        IEnumerable<AdadeltaGroup> groups,
        double lr = 1.0,
        double rho = 0.9,
        double eps = 1e-6,
        double weightDecay = 0,
        bool maximize = false)
        : base(groups, new AdadeltaGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Rho = rho,
            Eps = eps,
            WeightDecay = weightDecay,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, AdadeltaState state, AdadeltaGroup group)
    {
        state.Advance(parameter.Shape);
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues)
        fixed (float* square = state.Square, squareOfChanges = state.SquareOfChanges)
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group),
                Square = square,
                SquareOfChanges = squareOfChanges,
                Rho = (float)group.Rho,
                Rate = (float)(1 - group.Rho),
                Eps = (float)group.Eps,
                NegativeLr = (float)-group.Lr,
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Square, SquareOfChanges;
        public DescentGradient Gradient;
        public float Rho, Rate, Eps, NegativeLr;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V rho = V.Create(Rho), rate = V.Create(Rate), eps = V.Create(Eps);
            V square = V.MultiplyAdd(rate * d, d, V.Load(Square + index) * rho);
            V changes = V.Load(SquareOfChanges + index);
            V change = V.Sqrt(changes + eps) / V.Sqrt(square + eps) * d;
            V.Store(Square + index, square);
            V.Store(SquareOfChanges + index, V.MultiplyAdd(rate * change, change, changes * rho));
            V.Store(Weight + index, V.MultiplyAdd(change, V.Create(NegativeLr), weight));
        }
    }
}
