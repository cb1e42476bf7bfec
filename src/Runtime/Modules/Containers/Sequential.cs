using System.Collections;
using System.Globalization;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// Modules applied one after the other: torch.nn.Sequential. It is composed at run time: each module needs a result and an input
/// that fit its neighbours, and is named by its number. An empty one returns its input.
/// </summary>
public sealed class Sequential : Module, IModule<Tensor, Tensor>, IReadOnlyList<Module>
{
    private readonly List<Module> _modules = [];

    /// <summary>The given modules, in order.</summary>
    /// <exception cref="ArgumentException">A module does not take one tensor and return one.</exception>
    public Sequential(params Module[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        foreach (var module in modules)
            Add(module);
    }

    /// <summary>Number of modules.</summary>
    public int Count => _modules.Count;

    /// <summary>A module by its number; <c>^1</c> is the last. It can be replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such module.</exception>
    public Module this[Index index]
    {
        get => this[index.GetOffset(Count)];
        set => this[index.GetOffset(Count)] = value;
    }

    /// <inheritdoc cref="this[Index]"/>
    public Module this[int index]
    {
        get => _modules[index];
        set => _modules[index] = Checked(value);
    }

    /// <summary>Some of the modules in a new container, which shares them.</summary>
    public Sequential this[Range range] => [.. _modules[range]];

    /// <summary>Appends a module.</summary>
    /// <exception cref="ArgumentException">The module does not take one tensor and return one.</exception>
    public void Add(Module module) => _modules.Add(Checked(module));

    /// <summary>Puts a module in front of the one of this number.</summary>
    /// <exception cref="ArgumentException">The module does not take one tensor and return one.</exception>
    public void Insert(int index, Module module) => _modules.Insert(index, Checked(module));

    /// <summary>Takes the module of a number out; <c>^1</c> is the last. Those after it move up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such module.</exception>
    public void RemoveAt(Index index) => _modules.RemoveAt(index.GetOffset(Count));

    /// <inheritdoc/>
    public Tensor Forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        for (var i = 0; i < _modules.Count; i++)
        {
            try
            {
                input = ((IModule<Tensor, Tensor>)_modules[i]).Forward(input);
            }
            catch (ShapeException e)
            {
                throw Named(i, e);
            }
        }

        return input;
    }

    /// <inheritdoc/>
    public Tensor Call(Tensor input) => Runner.Call(this, "Forward(Float32)", [input]);

    /// <inheritdoc/>
    public Tensor Predict(Tensor input) => Runner.Predict(this, "Forward(Float32)", [input]);

    /// <summary>
    /// The compiled forward pass with evaluation behaviour and without gradient, into memory of the caller: nothing is allocated.
    /// </summary>
    /// <exception cref="ArgumentException">The memory has another length than the result.</exception>
    public void Predict(Tensor input, Span<float> result) => Runner.Predict(this, "Forward(Float32)", [input], result);

    /// <inheritdoc cref="Module.Train"/>
    public new Sequential Train(bool mode = true) => (Sequential)base.Train(mode);

    /// <inheritdoc cref="Module.Eval"/>
    public new Sequential Eval() => Train(false);

    /// <inheritdoc/>
    public override Plan Bind(string method, ReadOnlySpan<Shape?> inputs, PlanKind kind)
    {
        var shape = inputs[0] ?? throw new ArgumentNullException(nameof(inputs), "Sequential needs an input.");
        var plans = new Plan[_modules.Count];
        for (var i = 0; i < plans.Length; i++)
        {
            try
            {
                plans[i] = _modules[i].Bind("Forward(Float32)", [shape], kind);
            }
            catch (ShapeException e)
            {
                throw Named(i, e);
            }

            shape = plans[i].ResultShapes[0];
            LayerTrace.Current?.Note(_modules[i], shape);
        }

        return new SequentialPlan(plans, shape, kind);
    }

    /// <summary>Enumerates the modules.</summary>
    public IEnumerator<Module> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        for (var i = 0; i < _modules.Count; i++)
            visitor.Module(i.ToString(CultureInfo.InvariantCulture), _modules[i]);
    }

    /// <inheritdoc/>
    protected override void VisitInputs(InputShapes inputs)
    {
        if (_modules.Count > 0)
            _modules[0].VisitInputsOf(inputs);
    }

    private static Module Checked(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return module is IModule<Tensor, Tensor>
            ? module
            : throw new ArgumentException(
                $"{module.TypeName} cannot be part of a Sequential: it does not take one tensor and return one.", nameof(module));
    }

    private ShapeException Named(int index, ShapeException e)
        => new($"Sequential, module '{index}' ({_modules[index].TypeName}): {e.Message}", e);
}
