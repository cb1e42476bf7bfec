using System.Numerics.Tensors;
using NnGen.Training;

namespace NnGen.Optim;

/// <summary>
/// The quasi-Newton method with limited memory (On the Limited Memory BFGS Method for Large Scale Optimization, Liu and Nocedal,
/// 1989): <c>torch.optim.LBFGS</c>. It computes the loss several times a step, so a step takes a closure; for gradients of all the
/// data, not of batches. It keeps <c>2 · historySize</c> times the memory of the parameters.
/// </summary>
public sealed class LBFGS : Optimizer
{
    private readonly LBFGSGroup _group;
    private readonly FlatParameters _parameters;
    private LBFGSState _state = new();
    private float[] _gradient = [];

    /// <summary>Makes an optimizer of all <paramref name="parameters"/>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="lr">Learning rate. Default: 1.</param>
    /// <param name="maxIter">How many iterations a step makes at most. Default: 20.</param>
    /// <param name="maxEval">How many times a step computes the loss at most. Default: <c>maxIter · 1.25</c>.</param>
    /// <param name="toleranceGrad">A step ends where no element of the gradient is larger. Default: 1e-7.</param>
    /// <param name="toleranceChange">A step ends where neither the loss nor a parameter changes by more. Default: 1e-9.</param>
    /// <param name="historySize">How many changes are remembered. Default: 100.</param>
    /// <param name="lineSearchFn">How the length of a step is chosen. Default: the learning rate.</param>
    /// <exception cref="ArgumentException">There is no parameter, or a number is out of range.</exception>
    /// <exception cref="InvalidOperationException">A parameter of a lazy layer has no values yet.</exception>
    public LBFGS(
        IEnumerable<Parameter> parameters,
        double lr = 1,
        int maxIter = 20,
        int? maxEval = null,
        double toleranceGrad = 1e-7,
        double toleranceChange = 1e-9,
        int historySize = 100,
        LineSearch lineSearchFn = LineSearch.None)
    {
        _group = new LBFGSGroup(parameters)
        {
            Lr = lr,
            MaxIter = maxIter,
            MaxEval = maxEval ?? maxIter * 5 / 4,
            ToleranceGrad = toleranceGrad,
            ToleranceChange = toleranceChange,
            HistorySize = historySize,
            LineSearch = lineSearchFn,
        };
        if (_group.Parameters.Count == 0)
            throw new ArgumentException("optimizer got an empty parameter list", nameof(parameters));
        _group.Validate();
        CheckInitialized();
        _parameters = new FlatParameters(_group);
    }

    private protected override IReadOnlyList<ParameterGroup> Groups => [_group];

    /// <summary>Not possible: the loss is computed several times a step.</summary>
    /// <exception cref="NotSupportedException">Always: call <see cref="Step(Func{float})"/>.</exception>
    public override void Step()
        => throw new NotSupportedException("LBFGS computes the loss several times a step: call Step(closure), where closure forgets the gradients, computes them anew and gives the loss.");

    /// <inheritdoc/>
    public override float Step(Func<float> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        long start = TrainingMeter.Now;
        float loss = Minimize(closure);
        TrainingMeter.CountStep(start);
        return loss;
    }

    /// <summary>Takes up to as many iterations as a step has.</summary>
    /// <returns>The loss before.</returns>
    private float Minimize(Func<float> closure)
    {
        float first = Evaluate(closure);
        if (IsOptimal())
            return first;
        double loss = first;
        int evaluations = 1;
        for (int iteration = 1; iteration <= _group.MaxIter; iteration++)
        {
            ChooseDirection();
            double slope = VectorSums.Dot(_gradient, _state.Direction!), previousLoss = loss;
            _state.PreviousGradient = _gradient;
            _state.PreviousLoss = loss;
            if (slope > -_group.ToleranceChange)
                break;
            evaluations += Move(closure, slope, isLast: iteration == _group.MaxIter, ref loss);
            double change = VectorSums.Largest(_state.Direction!) * _state.Length;
            if (evaluations >= _group.MaxEval || IsOptimal() || change <= _group.ToleranceChange || Math.Abs(loss - previousLoss) < _group.ToleranceChange)
                break;
        }

        return first;
    }

    /// <inheritdoc/>
    public override OptimizerStateDict StateDict()
    {
        var result = new OptimizerStateDict();
        var options = new Dictionary<string, object>();
        _group.VisitOptions(new OptionWriter(options));
        result.ParamGroups.Add(new OptimizerGroupState(options, [.. Enumerable.Range(0, _group.Parameters.Count)]));
        if (_state.Evaluations > 0)
            result.State[0] = _state.Write();
        return result;
    }

    /// <inheritdoc/>
    public override void LoadStateDict(OptimizerStateDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.ParamGroups is not [var saved] || saved.Params.Count != _group.Parameters.Count)
            throw new ArgumentException("loaded state dict contains other parameter groups: LBFGS has one, of the parameters that it was made with", nameof(state));
        _group.VisitOptions(new OptionReader(saved.Options, OptionReader.Mode.Check));
        var loaded = state.State.TryGetValue(0, out var values) ? LBFGSState.Read(values, _parameters.Count) : new LBFGSState();
        _group.VisitOptions(new OptionReader(saved.Options, OptionReader.Mode.Overwrite));
        _state = loaded;
    }

    private float Evaluate(Func<float> closure)
    {
        float loss = closure();
        _gradient = _parameters.Gradients();
        _state.Evaluations++;
        return loss;
    }

    private bool IsOptimal() => VectorSums.Largest(_gradient) <= _group.ToleranceGrad;

    /// <summary>The direction of the next move, and how far to go at first.</summary>
    private void ChooseDirection()
    {
        _state.Iterations++;
        if (_state.PreviousGradient is { } previous)
        {
            float[] change = new float[_gradient.Length], step = new float[_gradient.Length];
            TensorPrimitives.Subtract(_gradient, previous, change);
            TensorPrimitives.Multiply(_state.Direction, (float)_state.Length, step);
            _state.History.Add(change, step, _group.HistorySize);
        }

        _state.Direction = _state.History.Direction(_gradient);
        _state.Length = _state.Iterations == 1 ? Math.Min(1, 1 / VectorSums.Magnitudes(_gradient)) * _group.Lr : _group.Lr;
    }

    /// <summary>Moves the parameters.</summary>
    /// <returns>How many times the loss was computed.</returns>
    private int Move(Func<float> closure, double slope, bool isLast, ref double loss)
    {
        float[] origin = _parameters.Values(), direction = _state.Direction!;
        if (_group.LineSearch == LineSearch.StrongWolfe)
        {
            var search = new StrongWolfe(
                TryLength, new Trial(0, loss, _gradient, slope), VectorSums.Largest(direction), _group.ToleranceChange);
            var best = search.Search(_state.Length);
            (loss, _gradient, _state.Length) = (best.Loss, best.Gradient, best.Length);
            _parameters.Set(origin, direction, best.Length);
            return search.Evaluations;
        }

        _parameters.Set(origin, direction, _state.Length);
        if (isLast)
            return 0;                                           // with batches, the loss of this one would say nothing of the next
        loss = Evaluate(closure);
        return 1;

        Trial TryLength(double length)
        {
            _parameters.Set(origin, direction, length);
            double found = Evaluate(closure);
            return new Trial(length, found, _gradient, VectorSums.Dot(_gradient, direction));
        }
    }
}
