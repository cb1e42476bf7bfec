using System.ComponentModel;
using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// A tensor that a module trains: a leaf whose <see cref="Tensor.RequiresGrad"/> is true. Values and gradient lie 64-byte aligned
/// and never move.
/// </summary>
public sealed class Parameter : Tensor
{
    private Storage<float>? _gradient;
    private Tensor? _escaped;
    private FoldedWeights? _folded;
    private bool _hasGradient;
    private Parameter? _meant;

    /// <summary>A parameter that starts with a copy of a tensor's values.</summary>
    /// <param name="data">The values.</param>
    /// <param name="requiresGrad">Whether it is trained. Default: true.</param>
    public Parameter(Tensor data, bool requiresGrad = true)
        : base(Copy((data ?? throw new ArgumentNullException(nameof(data))).AsSpan()), data.Shape)
        => RequiresGrad = requiresGrad;

    /// <summary>A parameter without values, of a lazy layer.</summary>
    private Parameter()
        : base(Storage<float>.Allocate(0, pinned: true), [0])
        => (RequiresGrad, IsInitialized) = (true, false);

    /// <summary>
    /// Whether there are values: torch.nn.UninitializedParameter is false. Until the first call of a lazy layer its parameters have no
    /// elements, and their shape, [0], says nothing.
    /// </summary>
    public bool IsInitialized { get; private set; } = true;

    /// <inheritdoc/>
    public override bool RequiresGrad
    {
        get => _meant?.RequiresGrad ?? base.RequiresGrad;
        set
        {
            if (_meant is null)
                base.RequiresGrad = value;
            else
                _meant.RequiresGrad = value;
        }
    }

    /// <summary>
    /// The gradient: null until the first backward pass and after <see cref="ZeroGrad"/>. Setting it copies the values. Optimizers and
    /// clipping skip a parameter without one.
    /// </summary>
    /// <exception cref="ArgumentException">A gradient of another shape is set.</exception>
    public override Tensor? Grad
    {
        get => _meant is not null ? _meant.Grad : _hasGradient ? _escaped ??= new Tensor(_gradient!, Shape) : null;
        set
        {
            if (_meant is not null)
            {
                _meant.Grad = value;
                return;
            }

            if (value is not null)
                CheckGradientShape(value);
            ZeroGrad();
            value?.AsSpan().CopyTo(WriteGradient(out _));
        }
    }

    /// <summary>The values, aligned and never moved. Generated code alone uses it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlySpan<float> Values => Storage.Span;

    /// <summary>
    /// Where a backward pass writes the gradient: unwanted where the parameter is frozen, overwritten the first time, then added to.
    /// Whoever asks for it and finds it wanted must write it. Generated code alone uses it.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Gradient Gradient
    {
        get
        {
            if (_meant is not null)
                return _meant.Gradient;
            if (Parametrization is not null)
                return ParametrizedValues.Current is { } values ? values.Gradient(this) : Gradient.Unwanted;
            if (GradientCapture.Current is { } capture)
                return capture.LeafGradient(this);
            if (!RequiresGrad)
                return Gradient.Unwanted;
            var span = WriteGradient(out var isFirst);
            return new Gradient(span, accumulate: !isFirst);
        }
    }

    /// <summary>How the values are computed from others, which are trained in their place; null for an ordinary parameter.</summary>
    internal ParametrizationList? Parametrization { get; set; }

    /// <summary>The memory: of a parametrized parameter that of the pass which runs, outside of passes what evaluation computes.</summary>
    internal override Storage<float> Storage => Parametrization is { } parametrization
        ? ParametrizedValues.Current?.Read(this) ?? parametrization.Evaluated
        : base.Storage;

    /// <summary>As a convolution's weight, what Predict made of it and the batch norm behind it; null before.</summary>
    internal FoldedWeights? Folded
    {
        get => Volatile.Read(ref _folded);
        set => Volatile.Write(ref _folded, value);
    }

    /// <summary>Whether there is a gradient, without handing it out.</summary>
    internal bool HasGradient => _hasGradient;

    /// <summary>The gradient, without handing it out: for optimizers and clipping. Empty where there is none.</summary>
    internal Span<float> GradientValues => _hasGradient ? _gradient!.Span : default;

    /// <summary>The gradient, to be changed in place; what a user holds of it changes with it. Empty where there is none.</summary>
    internal Span<float> WritableGradient
    {
        get
        {
            if (_escaped is not null && _hasGradient)
                _gradient!.RaiseVersion();
            return GradientValues;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The parameter is parametrized.</exception>
    public override Span<float> AsWritableSpan()
    {
        CheckWritable();
        return base.AsWritableSpan();
    }

    /// <summary>Forgets the gradient.</summary>
    /// <param name="setToNone">Whether <see cref="Grad"/> is null afterwards (default), or filled with zeros where there is one.</param>
    public void ZeroGrad(bool setToNone = true)
    {
        if (!_hasGradient)
            return;

        // What a user holds is never overwritten: the next gradient goes elsewhere.
        if (_escaped is not null)
        {
            _escaped = null;
            _gradient = null;
        }

        _hasGradient = false;
        if (!setToNone)
            WriteGradient(out _).Clear();
    }

    /// <inheritdoc/>
    public override string ToString() => IsInitialized ? $"Parameter containing:\n{base.ToString()}" : "<UninitializedParameter>";

    /// <summary>A parameter that gets its values from <see cref="GiveTo"/>.</summary>
    internal static Parameter Uninitialized() => new();

    /// <summary>Gives its values to a parameter without any, which others hold already, and becomes another name for it.</summary>
    internal void GiveTo(Parameter other)
    {
        other.TakeOver(this);
        other.IsInitialized = true;
        _meant = other;
    }

    /// <inheritdoc/>
    internal override Span<float> BorrowWritable()
    {
        CheckWritable();
        return base.BorrowWritable();
    }

    /// <inheritdoc/>
    internal override Gradient LeafGradient() => Gradient;

    /// <inheritdoc/>
    internal override void DropGradient() => ZeroGrad();

    private void CheckWritable()
    {
        if (Parametrization is not null)
        {
            throw new InvalidOperationException(
                "a parametrized parameter is computed from its originals and cannot be written: use Parametrize.Assign, or change the originals.");
        }
    }

    private Span<float> WriteGradient(out bool isFirst)
    {
        isFirst = !_hasGradient;
        _hasGradient = true;
        _gradient ??= Storage<float>.Allocate(Count, pinned: true);
        if (_escaped is not null)
            _gradient.RaiseVersion();
        return _gradient.Span;
    }

    private static Storage<float> Copy(ReadOnlySpan<float> data)
    {
        var storage = Storage<float>.Allocate(data.Length, pinned: true);
        data.CopyTo(storage.Span);
        return storage;
    }
}
