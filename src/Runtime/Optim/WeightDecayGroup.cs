namespace NnGen.Optim;

/// <summary>Parameters of an optimizer that knows an L2 penalty and can go up the gradient.</summary>
/// <param name="parameters">The parameters.</param>
public abstract class WeightDecayGroup(IEnumerable<Parameter> parameters) : ParameterGroup(parameters)
{
    private double? _weightDecay;
    private bool? _maximize;

    /// <summary>L2 penalty; where the decay is decoupled, what part of a weight a step takes away, times the learning rate.</summary>
    public double WeightDecay
    {
        get => _weightDecay.GetValueOrDefault();
        set => _weightDecay = value;
    }

    /// <summary>Whether to go up the gradient.</summary>
    public bool Maximize
    {
        get => _maximize.GetValueOrDefault();
        set => _maximize = value;
    }

    /// <summary>What part of a weight a step keeps, as a factor of it: less than all where the decay shrinks the weights themselves.</summary>
    internal float Kept(bool isDecayDecoupled) => isDecayDecoupled ? (float)(1 - (Lr * WeightDecay)) : 1;

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("weight_decay", ref _weightDecay);
        visitor.Visit("maximize", ref _maximize);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        CheckNotNegative(WeightDecay, "weight_decay value", "weightDecay");
    }
}
