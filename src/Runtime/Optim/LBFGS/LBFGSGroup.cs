namespace NnGen.Optim;

/// <summary>The parameters of <see cref="LBFGS"/>, which has one group only.</summary>
public sealed class LBFGSGroup : ParameterGroup
{
    private const string StrongWolfeName = "strong_wolfe";

    private long? _maxIter, _maxEval, _historySize;
    private double? _toleranceGrad, _toleranceChange;
    private string? _lineSearch;

    internal LBFGSGroup(IEnumerable<Parameter> parameters)
        : base(parameters)
    {
    }

    /// <summary>How many iterations a step makes at most.</summary>
    public int MaxIter
    {
        get => (int)_maxIter.GetValueOrDefault();
        set => _maxIter = value;
    }

    /// <summary>How many times a step computes the loss at most.</summary>
    public int MaxEval
    {
        get => (int)_maxEval.GetValueOrDefault();
        set => _maxEval = value;
    }

    /// <summary>A step ends where no element of the gradient is larger.</summary>
    public double ToleranceGrad
    {
        get => _toleranceGrad.GetValueOrDefault();
        set => _toleranceGrad = value;
    }

    /// <summary>A step ends where neither the loss nor a parameter changes by more.</summary>
    public double ToleranceChange
    {
        get => _toleranceChange.GetValueOrDefault();
        set => _toleranceChange = value;
    }

    /// <summary>How many changes are remembered; each takes twice the memory of the parameters.</summary>
    public int HistorySize
    {
        get => (int)_historySize.GetValueOrDefault();
        set => _historySize = value;
    }

    /// <summary>How the length of a step is chosen.</summary>
    public LineSearch LineSearch
    {
        get => _lineSearch is null ? LineSearch.None : LineSearch.StrongWolfe;
        set => _lineSearch = value == LineSearch.StrongWolfe ? StrongWolfeName : null;
    }

    /// <inheritdoc/>
    protected internal override void VisitOptions(OptionVisitor visitor)
    {
        base.VisitOptions(visitor);
        visitor.Visit("max_iter", ref _maxIter);
        visitor.Visit("max_eval", ref _maxEval);
        visitor.Visit("tolerance_grad", ref _toleranceGrad);
        visitor.Visit("tolerance_change", ref _toleranceChange);
        visitor.Visit("history_size", ref _historySize);
        visitor.Visit("line_search_fn", ref _lineSearch);
    }

    /// <inheritdoc/>
    protected internal override void Validate()
    {
        base.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxIter, 1, "maxIter");
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxEval, 1, "maxEval");
        ArgumentOutOfRangeException.ThrowIfLessThan(HistorySize, 1, "historySize");
        CheckNotNegative(ToleranceGrad, "tolerance_grad value", "toleranceGrad");
        CheckNotNegative(ToleranceChange, "tolerance_change value", "toleranceChange");
        if (_lineSearch is not (null or StrongWolfeName))
            throw new ArgumentException($"Line search '{_lineSearch}' is not known: only '{StrongWolfeName}' is supported.", "lineSearchFn");
    }
}
