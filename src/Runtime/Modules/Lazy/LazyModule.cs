using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// A layer that takes the size of its input from the first one: torch.nn's lazy layers. Until the first call, or until a state is
/// loaded, its parameters have no values (<see cref="Parameter.IsInitialized"/>); an optimizer can be given them before. The first call draws the
/// values as the layer's own constructor does.
/// </summary>
/// <typeparam name="TModule">The layer.</typeparam>
public abstract class LazyModule<TModule> : Module, ILazyModule, IModule<Tensor, Tensor>
    where TModule : Module, IModule<Tensor, Tensor>
{
    private const string Key = "Forward(Float32)";

    private readonly object _filling = new();
    private readonly Func<int, TModule> _create;
    private readonly Func<Shape, int> _sizeOfInput;
    private readonly Func<Shape, int> _sizeOfState;
    private readonly (string Key, Parameter Parameter)[] _parameters;
    private (string Key, TensorBase Buffer, bool IsPersistent)[] _buffers;
    private TModule _layer;
    private volatile bool _isInitialized;

    /// <param name="create">Makes the layer for a size.</param>
    /// <param name="sizeOfInput">The size that an input has.</param>
    /// <param name="sizeOfState">The size that the first tensor of a state has.</param>
    private protected LazyModule(Func<int, TModule> create, Func<Shape, int> sizeOfInput, Func<Shape, int> sizeOfState)
    {
        (_create, _sizeOfInput, _sizeOfState) = (create, sizeOfInput, sizeOfState);
        _layer = ModuleCopy.WithoutDraws(() => create(0));
        var members = MemberLists.Of(_layer);
        _parameters = [.. members.Parameters.Select(parameter => (parameter.Key, Parameter.Uninitialized()))];
        _buffers = [.. members.Buffers];
    }

    /// <summary>The layer with its hyperparameters; null until the first call.</summary>
    public TModule? Layer => _isInitialized ? _layer : null;

    /// <summary>The weight; null where the layer has none.</summary>
    public Parameter? Weight => Find("weight");

    /// <summary>The bias; null where the layer has none.</summary>
    public Parameter? Bias => Find("bias");

    /// <summary>The layer's result.</summary>
    /// <param name="input">As the layer takes it.</param>
    /// <exception cref="ShapeException">The input is none that the layer takes.</exception>
    public Tensor Forward(Tensor input) => Call(input);

    /// <summary>The compiled forward pass, whose result knows its backward.</summary>
    /// <inheritdoc cref="Forward"/>
    public Tensor Call(Tensor input) => Runner.Call(this, Key, [input ?? throw new ArgumentNullException(nameof(input))]);

    /// <summary>The compiled forward pass with evaluation behaviour and without gradient, safe from many threads at once.</summary>
    /// <inheritdoc cref="Forward"/>
    public Tensor Predict(Tensor input) => Runner.Predict(this, Key, [input ?? throw new ArgumentNullException(nameof(input))]);

    /// <inheritdoc/>
    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
    {
        if (inputs is [{ } shape])
            Initialize(() => _create(_sizeOfInput(shape)));
        var plan = _layer.Bind(method, inputs, kind);
        LayerTrace.Current?.Move(_layer, this);
        return plan;
    }

    /// <summary>As PyTorch prints it: the layer under its own name once it is there.</summary>
    public override string ToString() => _isInitialized ? _layer.ToString() : "Lazy" + _layer;

    /// <inheritdoc/>
    internal override void SetMode(bool mode)
    {
        base.SetMode(mode);
        _layer.SetMode(mode);
    }

    /// <inheritdoc/>
    Module? ILazyModule.Create(Func<string, Shape?> shapeOf, string prefix)
    {
        var key = _parameters.Select(parameter => parameter.Key).Concat(_buffers.Select(buffer => buffer.Key)).FirstOrDefault();
        return !_isInitialized && key is not null && shapeOf(Join(prefix, key)) is { Rank: > 0 } shape
            ? ModuleCopy.WithoutDraws(() => _create(_sizeOfState(shape)))
            : null;
    }

    /// <inheritdoc/>
    void ILazyModule.Become(Module layer) => Initialize(() => (TModule)layer);

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        foreach (var (key, parameter) in _parameters)
            visitor.Parameter(key, parameter);
        foreach (var (key, buffer, isPersistent) in _buffers)
            visitor.Buffer(key, buffer, isPersistent);
    }

    /// <inheritdoc/>
    private protected override void CheckInitialized(string name)
    {
        if (!_isInitialized && _parameters.Length + _buffers.Length > 0)
            throw new InvalidOperationException($"'{name}' is a {TypeName} without values: call the module once, or load a state, before its own is read.");
    }

    /// <summary>Takes a layer's values, where there are none yet.</summary>
    private void Initialize(Func<TModule> create)
    {
        if (_isInitialized)
            return;
        lock (_filling)
        {
            if (_isInitialized)
                return;
            var layer = create();
            var members = MemberLists.Of(layer);
            for (var i = 0; i < _parameters.Length; i++)
                members.Parameters[i].Parameter.GiveTo(_parameters[i].Parameter);
            layer.SetMode(Training);
            _buffers = [.. members.Buffers];
            _layer = layer;
            _isInitialized = true;
        }
    }

    private Parameter? Find(string name) => _parameters.FirstOrDefault(parameter => parameter.Key == name).Parameter;
}
