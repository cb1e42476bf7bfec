using System.Globalization;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// How one parameter is computed: its originals, which are trained and saved in its place, and the steps that lead from them to its
/// value. torch.nn.utils.parametrize.ParametrizationList.
/// </summary>
/// <param name="originals">What is trained.</param>
/// <param name="first">The first step.</param>
/// <param name="hookOwner">The module whose mode counts, where the steps belong to it as a hook; null: each step has its own.</param>
internal sealed class ParametrizationList(Parameter[] originals, Module first, Module? hookOwner = null) : Module
{
    private readonly List<Module> _steps = [first];
    private readonly object _evaluating = new();
    private Evaluation? _evaluation;

    /// <summary>What is trained.</summary>
    public IReadOnlyList<Parameter> Originals { get; } = originals;

    /// <summary>Whether this is a hook of the module itself, whose keys stand among the module's own.</summary>
    public bool IsHook => hookOwner is not null;

    /// <summary>The first step.</summary>
    public Module First => _steps[0];

    /// <summary>Whether any original is trained.</summary>
    public bool IsTrained => Originals.Any(original => original.RequiresGrad);

    /// <summary>The values as evaluation computes them, kept as long as nothing that they follow from has changed.</summary>
    public Storage<float> Evaluated
    {
        get
        {
            var stamp = VersionStamp.Of(this);
            if (Volatile.Read(ref _evaluation) is { } known && known.Stamp == stamp)
                return known.Values;
            lock (_evaluating)
            {
                if (_evaluation is { } current && current.Stamp == stamp)
                    return current.Values;
                using var scope = Autograd.NoGrad();
                var values = ParametrizedValues.Pinned(Compute(isEvaluation: true));
                Volatile.Write(ref _evaluation, new Evaluation(stamp, values));
                return values;
            }
        }
    }

    /// <summary>The originals of a value: what the first step makes of it backwards.</summary>
    public static Tensor[] RightInverse(Module step, Tensor value) => step switch
    {
        Parametrization parametrization => parametrization.RightInverse(value),
        IRightInverse inverse => [inverse.RightInverse(value)],
        _ => [value],
    };

    /// <summary>Appends a step.</summary>
    public void Add(Module step) => _steps.Add(step);

    /// <summary>The value, op by op.</summary>
    /// <param name="isEvaluation">Evaluation behaviour whatever the modes say.</param>
    public Tensor Compute(bool isEvaluation = false)
    {
        var value = Step(_steps[0], Originals, isEvaluation);
        for (var i = 1; i < _steps.Count; i++)
            value = Step(_steps[i], [value], isEvaluation);
        return value;
    }

    /// <summary>Shows the originals and the state of a hook as members of the module that it belongs to.</summary>
    public void VisitAsHook(MemberVisitor visitor, string key) => ((Parametrization)_steps[0]).VisitAsHook(visitor, key, Originals);

    /// <summary>Changes the originals so that the value is, or comes near to, a given one. Nothing is recorded.</summary>
    /// <exception cref="InvalidOperationException">A step does not know its inverse.</exception>
    public void Assign(Tensor value)
    {
        Tensor[] values = [value];
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            if (_steps[i] is not (Parametrization or IRightInverse))
                throw new InvalidOperationException($"parametrization {_steps[i].TypeName} does not implement {nameof(IRightInverse)}.");
            values = RightInverse(_steps[i], values[0]);
        }

        for (var i = 0; i < values.Length; i++)
            Originals[i].CopyFrom(values[i]);
    }

    /// <summary>What one step computes.</summary>
    public Tensor Step(Module step, IReadOnlyList<Tensor> inputs, bool isEvaluation = false) => step switch
    {
        Parametrization parametrization => parametrization.Compute(inputs, !isEvaluation && (hookOwner ?? step).Training),
        IModule<Tensor, Tensor> module => isEvaluation ? module.Predict(inputs[0]) : module.Call(inputs[0]),
        _ => throw new ArgumentException($"{step.TypeName} is no parametrization: it does not take one tensor and return one."),
    };

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        for (var i = 0; i < Originals.Count; i++)
            visitor.Parameter(Originals.Count == 1 ? "original" : "original" + i.ToString(CultureInfo.InvariantCulture), Originals[i]);
        for (var i = 0; i < _steps.Count; i++)
            visitor.Module(i.ToString(CultureInfo.InvariantCulture), _steps[i]);
    }

    /// <param name="Stamp">Of what the values follow from.</param>
    /// <param name="Values">The values, which are never written again.</param>
    private sealed record Evaluation(long Stamp, Storage<float> Values);
}
