using NnGen.CompilerServices;
using NnGen.Training;

namespace NnGen.Optim;

/// <summary>An optimizer that changes each parameter by itself: what SGD, Adam and their relatives have in common.</summary>
/// <typeparam name="TGroup">Its parameter groups.</typeparam>
/// <typeparam name="TState">What it remembers of a parameter.</typeparam>
public abstract class Optimizer<TGroup, TState> : Optimizer
    where TGroup : ParameterGroup
    where TState : ParameterState, new()
{
    private readonly List<TGroup> _groups = [];
    private readonly Dictionary<string, object> _defaults = [];
    private readonly Dictionary<Parameter, TState> _states = [];

    /// <summary>Makes an optimizer.</summary>
    /// <param name="groups">The parameters, at least one group.</param>
    /// <param name="defaults">A group without parameters that sets every hyperparameter.</param>
    /// <exception cref="ArgumentException">There is no parameter, one is in two groups, or a hyperparameter is not valid.</exception>
    protected Optimizer(IEnumerable<TGroup> groups, TGroup defaults)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(defaults);
        defaults.Validate();
        defaults.VisitOptions(new OptionWriter(_defaults));
        foreach (var group in groups)
            AddParamGroup(group);
        if (_groups.All(g => g.Parameters.Count == 0))
            throw new ArgumentException("optimizer got an empty parameter list", nameof(groups));
    }

    /// <inheritdoc cref="Optimizer.ParamGroups"/>
    public new IReadOnlyList<TGroup> ParamGroups => _groups;

    private protected override IReadOnlyList<ParameterGroup> Groups => _groups;

    /// <summary>Adds parameters, for example layers that are trained from now on.</summary>
    /// <param name="group">The parameters; hyperparameters that it does not set are those given to the optimizer.</param>
    /// <exception cref="ArgumentException">A parameter is in another group already, or a hyperparameter is not valid.</exception>
    public void AddParamGroup(TGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (_groups.Any(g => g.Parameters.Intersect(group.Parameters).Any()))
            throw new ArgumentException("some parameters appear in more than one parameter group", nameof(group));
        group.VisitOptions(new OptionReader(_defaults, OptionReader.Mode.Complete));
        group.Validate();
        _groups.Add(group);
    }

    /// <inheritdoc/>
    public sealed override void Step()
    {
        CheckInitialized();
        long start = TrainingMeter.Now;
        WeightGate.EnterWrite();                                // a Predict on another thread sees all old values or all new ones
        try
        {
            foreach (var group in _groups)
            {
                foreach (var parameter in group.ParameterSpan)
                {
                    if (parameter.HasGradient)
                        Update(parameter, StateOf(parameter), group);
                }
            }
        }
        finally
        {
            WeightGate.ExitWrite();
        }

        TrainingMeter.CountStep(start);
    }

    /// <inheritdoc/>
    public sealed override OptimizerStateDict StateDict()
    {
        var result = new OptimizerStateDict();
        int index = 0;
        foreach (var group in _groups)
        {
            var options = new Dictionary<string, object>();
            group.VisitOptions(new OptionWriter(options));
            result.ParamGroups.Add(new OptimizerGroupState(options, [.. Enumerable.Range(index, group.Parameters.Count)]) { ParamNames = group.ParameterNames });
            foreach (var parameter in group.Parameters)
            {
                if (_states.TryGetValue(parameter, out var state))
                    state.VisitValues(new StateWriter(result.State[index] = []));
                index++;
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public sealed override void LoadStateDict(OptimizerStateDict state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.ParamGroups.Count != _groups.Count)
        {
            throw new ArgumentException(
                $"loaded state dict has a different number of parameter groups: {state.ParamGroups.Count}, expected {_groups.Count}",
                nameof(state));
        }

        var loaded = new Dictionary<Parameter, TState>();
        foreach (var (group, saved) in _groups.Zip(state.ParamGroups))
        {
            if (saved.Params.Count != group.Parameters.Count)
                throw new ArgumentException(
                    "loaded state dict contains a parameter group that doesn't match the size of optimizer's group: "
                    + $"{saved.Params.Count}, expected {group.Parameters.Count}",
                    nameof(state));
            group.VisitOptions(new OptionReader(saved.Options, OptionReader.Mode.Check));
            foreach (var (parameter, index) in group.Parameters.Zip(saved.Params))
            {
                if (state.State.TryGetValue(index, out var values))
                    (loaded[parameter] = new TState()).VisitValues(new StateReader(values, parameter.Shape));
            }
        }

        foreach (var (group, saved) in _groups.Zip(state.ParamGroups))
            group.VisitOptions(new OptionReader(saved.Options, OptionReader.Mode.Overwrite));
        _states.Clear();
        foreach (var (parameter, values) in loaded)
            _states.Add(parameter, values);
    }

    /// <summary>Changes one parameter by its gradient.</summary>
    /// <param name="parameter">The parameter; it has a gradient.</param>
    /// <param name="state">What is remembered of it; new at its first step.</param>
    /// <param name="group">Its hyperparameters.</param>
    protected abstract void Update(Parameter parameter, TState state, TGroup group);

    private TState StateOf(Parameter parameter)
    {
        if (!_states.TryGetValue(parameter, out var state))
            _states.Add(parameter, state = new TState());
        return state;
    }
}
