namespace NnGen.CompilerServices;

/// <summary>What the results of a recorded call know of their backward: the plan, the memory it ran in, and what it saved.</summary>
internal sealed class CallNode : Node
{
    private readonly Module _module;
    private readonly ModuleRuntime _runtime;
    private readonly Structure _structure;
    private readonly Plan _plan;
    private readonly bool[] _isParameter;
    private ParametrizedValues? _values;
    private SavedTensor[] _inputs;
    private SavedTensor[] _results;
    private Lease? _lease;

    public CallNode(
        Module module,
        Structure structure,
        Plan plan,
        ReadOnlySpan<TensorBase?> inputs,
        ReadOnlySpan<TensorBase?> results,
        Workspace workspace,
        ParametrizedValues? values)
        : base([.. Differentiable(plan, inputs), .. values?.Inputs ?? []])
    {
        _module = module;
        _runtime = module.Runtime;
        _structure = structure;
        _plan = plan;
        _values = values;
        _isParameter = new bool[inputs.Length];
        _inputs = new SavedTensor[inputs.Length];
        _results = new SavedTensor[results.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            _isParameter[i] = inputs[i] is Parameter;
            _inputs[i] = plan.SavesInput(i) ? new SavedTensor(inputs[i]) : default;
        }

        for (var i = 0; i < results.Length; i++)
        {
            _results[i] = plan.SavesResult(i) ? new SavedTensor(results[i]) : default;
            if (results[i] is Tensor result)
                Produce(result, i);
        }

        plan.VisitSaved(workspace.Saved);
        _lease = new Lease(_runtime.Pool, workspace);
    }

    /// <inheritdoc/>
    public override string Name => $"{_module.TypeName}Backward";

    /// <inheritdoc/>
    public override bool WritesParameters => _structure.Parameters.Length > 0;

    /// <inheritdoc/>
    public override void Backward(ReadOnlySpan<Tensor?> resultGradients, GradientTargets inputs)
    {
        var workspace = _lease?.Workspace ?? throw new AutogradException(
            $"An earlier backward pass through this call of {_module.TypeName} failed, and its saved values are gone: call it again.");
        if (!_structure.Matches(_module))
        {
            throw new AutogradException(
                $"A parameter or submodule of {_module.TypeName} was replaced between the call and its backward pass, which needs the "
                + "old one: run Backward() first.");
        }

        using var scope = ParametrizedValues.Enter(_values);
        workspace.Saved.Check(_plan, this);
        lock (_runtime.Gradients)
        {
            workspace.MarkGradients(_structure.Parameters);
            try
            {
                _values?.BeginBackward(inputs, _inputs.Length);
                Run(workspace, resultGradients, inputs);
                _values?.EndBackward(inputs, _inputs.Length);
            }
            catch
            {
                workspace.RevertGradients(_structure.Parameters);
                Release();
                throw;
            }
        }

        GC.KeepAlive(_lease);
    }

    /// <inheritdoc/>
    public override void Release()
    {
        _lease?.Return();
        _lease = null;
        _values = null;
        _inputs = [];
        _results = [];
    }

    private static Tensor?[] Differentiable(Plan plan, ReadOnlySpan<TensorBase?> inputs)
    {
        var tensors = new Tensor?[inputs.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = plan.DifferentiatesInput(i) ? inputs[i] as Tensor : null;
        return tensors;
    }

    private void Run(Workspace workspace, ReadOnlySpan<Tensor?> resultGradients, GradientTargets targets)
    {
        var inputs = Values(_inputs);
        var results = Values(_results);
        var gradients = new TensorBase?[results.Length];
        for (var i = 0; i < gradients.Length; i++)
            gradients[i] = (i < resultGradients.Length ? resultGradients[i] : null) ?? Tensor.Zeros(_plan.ResultShapes[i]);

        new PinnedPass(_plan, workspace.Pass(isEvaluation: false))
        {
            Inputs = inputs,
            Results = results,
            ResultGradients = gradients,
            InputOperands = stackalloc Operand[inputs.Length],
            ResultOperands = stackalloc Operand[results.Length],
            ResultGradientOperands = stackalloc Operand[results.Length],
            InputGradients = new InputGradients(targets, _isParameter),
            InputGradientOperands = stackalloc GradientOperand[inputs.Length],
        }.Backward();
    }

    private TensorBase?[] Values(SavedTensor[] saved)
    {
        var tensors = new TensorBase?[saved.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = saved[i].Value(this);
        return tensors;
    }
}
