using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>Stochastic gradient descent, with momentum where wanted: <c>torch.optim.SGD</c>.</summary>
public sealed class SGD : Optimizer<SGDGroup, SGDState>
{
    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1e-3.</param>
    /// <param name="momentum">Momentum factor. Default: 0.</param>
    /// <param name="dampening">Dampening of the momentum. Default: 0.</param>
    /// <param name="weightDecay">L2 penalty. Default: 0.</param>
    /// <param name="nesterov">Whether the momentum is Nesterov's. Default: false.</param>
    /// <param name="maximize">Whether to go up the gradient. Default: false.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    public SGD(
        IEnumerable<Parameter> parameters,
        double lr = 1e-3,
        double momentum = 0,
        double dampening = 0,
        double weightDecay = 0,
        bool nesterov = false,
        bool maximize = false)
        : this([new SGDGroup(parameters)], lr, momentum, dampening, weightDecay, nesterov, maximize)
    {
    }

    /// <summary>Makes an optimizer of several groups; the hyperparameters hold for groups that do not set their own.</summary>
    /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
    public SGD(
        IEnumerable<SGDGroup> groups,
        double lr = 1e-3,
        double momentum = 0,
        double dampening = 0,
        double weightDecay = 0,
        bool nesterov = false,
        bool maximize = false)
        : base(groups, new SGDGroup(Array.Empty<Parameter>())
        {
            Lr = lr,
            Momentum = momentum,
            Dampening = dampening,
            WeightDecay = weightDecay,
            Nesterov = nesterov,
            Maximize = maximize,
        })
    {
    }

    /// <inheritdoc/>
    protected override unsafe void Update(Parameter parameter, SGDState state, SGDGroup group)
    {
        bool isFirst = false;
        if (group.Momentum != 0)
            state.PrepareBuffer(parameter.Shape, out isFirst);
        fixed (float* weight = parameter.BorrowWritable(), gradient = parameter.GradientValues, buffer = state.Buffer(group.Momentum))
        {
            var step = new Formula
            {
                Weight = weight,
                Gradient = new(gradient, group),
                Buffer = buffer,
                IsFirst = isFirst,
                Momentum = (float)group.Momentum,
                Undamped = (float)(1 - group.Dampening),
                Nesterov = group.Nesterov,
                NegativeLr = (float)-group.Lr,
            };
            ElementUpdate.Run(step, parameter.Count);
        }
    }

    /// <summary>torch's operations in torch's order and rounding.</summary>
    private unsafe struct Formula : IElementUpdate
    {
        public float* Weight, Buffer;
        public DescentGradient Gradient;
        public float Momentum, Undamped, NegativeLr;
        public bool IsFirst, Nesterov;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Apply<V>(int index)
            where V : struct, IVector<V>
        {
            V weight = V.Load(Weight + index), d = Gradient.At(index, weight);
            if (Buffer != null)
            {
                V buffer = IsFirst ? d : V.MultiplyAdd(d, V.Create(Undamped), V.Load(Buffer + index) * V.Create(Momentum));
                V.Store(Buffer + index, buffer);
                d = Nesterov ? V.MultiplyAdd(buffer, V.Create(Momentum), d) : buffer;
            }

            V.Store(Weight + index, V.MultiplyAdd(d, V.Create(NegativeLr), weight));
        }
    }
}
