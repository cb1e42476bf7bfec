using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>What <see cref="Adam"/> and <see cref="AdamW"/> have in common: all but where the weight decay goes.</summary>
public abstract class AdamOptimizer : Optimizer<AdamGroup, AdamState>
{
    private readonly bool _isDecayDecoupled;

    private protected AdamOptimizer(IEnumerable<AdamGroup> groups, AdamGroup defaults, bool isDecayDecoupled)
        : base(groups, defaults) => _isDecayDecoupled = isDecayDecoupled;

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, AdamState state, AdamGroup group)
    {
        long steps = state.Advance(parameter.Shape);
        var (beta1, beta2) = group.Betas;
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues)
        fixed (float* mean = state.Mean, square = state.Square, maximum = state.Maximum(group.Amsgrad, parameter.Shape))
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group, _isDecayDecoupled),
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
                Kept = group.Kept(_isDecayDecoupled),
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Mean, Square, Maximum;
        public DescentGradient Gradient;
        public float Beta1, MeanRate, Beta2, SquareRate, Correction, Eps, NegativeStepSize, Kept;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            V mean = V.MultiplyAdd(d, V.Create(MeanRate), V.Load(Mean + index) * V.Create(Beta1));
            V square = V.MultiplyAdd(V.Create(SquareRate) * d, d, V.Load(Square + index) * V.Create(Beta2));
            V.Store(Mean + index, mean);
            V.Store(Square + index, square);
            if (Maximum != null)
            {
                square = V.Max(V.Load(Maximum + index), square);
                V.Store(Maximum + index, square);
            }

            weight *= V.Create(Kept);
            V denominator = (V.Sqrt(square) / V.Create(Correction)) + V.Create(Eps);
            V.Store(Weight + index, weight + (V.Create(NegativeStepSize) * mean / denominator));
        }
    }
}
