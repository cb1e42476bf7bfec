using NnGen.CompilerServices;

namespace NnGen;

/// <summary>
/// A weight divided by its largest singular value (Miyato et al. 2018), which follows from two vectors that each call in training
/// brings nearer to the singular ones.
/// </summary>
internal sealed class SpectralNormParametrization : Parametrization
{
    /// <summary>How often PyTorch's parametrization improves the first vectors.</summary>
    private const int FirstIterations = 15;

    private readonly int _iterations;
    private readonly int _dim;
    private readonly double _eps;
    private readonly bool _startsWithV;
    private readonly Tensor? _u;
    private readonly Tensor? _v;

    /// <summary>Draws the vectors: u, then v.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="iterations">How often each call improves the vectors.</param>
    /// <param name="dim">The dim that becomes the rows of a matrix.</param>
    /// <param name="eps">Added where a vector is divided by its norm.</param>
    /// <param name="isHook">Whether it goes by <c>torch.nn.utils.spectral_norm</c>, which improves v first and starts with what is drawn.</param>
    public SpectralNormParametrization(Tensor weight, int iterations, int dim, double eps, bool isHook)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
        if (dim >= weight.Rank || dim < -weight.Rank)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dim), dim, $"Dimension out of range (expected to be in range of [{-weight.Rank}, {weight.Rank - 1}]).");
        }

        _iterations = iterations;
        _dim = dim < 0 ? dim + weight.Rank : dim;
        _eps = eps;
        _startsWithV = isHook;
        if (weight.Rank == 1 && !isHook)
            return;
        using var scope = Autograd.NoGrad();
        var matrix = Matrix(weight);
        _u = Normalized(Tensor.Randn(matrix.Shape[0]));
        _v = Normalized(Tensor.Randn(matrix.Shape[1]));
        if (!isHook)
            Improve(matrix, FirstIterations);
    }

    /// <inheritdoc/>
    public override Tensor Compute(IReadOnlyList<Tensor> originals, bool training)
    {
        var weight = originals[0];
        if (_u is null || _v is null)
            return Normalized(weight);
        var matrix = Matrix(weight);
        if (training)
            Improve(matrix, _iterations);

        // Copies, since another call may improve the vectors before the backward pass of this one.
        return weight / _u.Clone().Dot(matrix.Mv(_v.Clone()));
    }

    /// <inheritdoc/>
    public override Tensor[] RightInverse(Tensor value) => [value];

    /// <inheritdoc/>
    public override void VisitAsHook(MemberVisitor visitor, string key, IReadOnlyList<Parameter> originals)
    {
        visitor.Parameter(key + "_orig", originals[0]);
        visitor.Buffer(key + "_u", _u, persistent: true);
        visitor.Buffer(key + "_v", _v, persistent: true);
    }

    /// <inheritdoc/>
    protected override void VisitMembers(MemberVisitor visitor)
    {
        visitor.Buffer("_u", _u, persistent: true);
        visitor.Buffer("_v", _v, persistent: true);
    }

    private Tensor Normalized(Tensor vector) => F.Normalize(vector, 2, 0, _eps);

    /// <summary>The weight as a matrix whose rows are the slices along the dim.</summary>
    private Tensor Matrix(Tensor weight)
    {
        if (_dim != 0)
            weight = weight.Permute([_dim, .. Enumerable.Range(0, weight.Rank).Where(d => d != _dim)]);
        return weight.Reshape(weight.Shape[0], -1);
    }

    /// <summary>The power method: u and v go towards the singular vectors of the largest singular value.</summary>
    private void Improve(Tensor matrix, int iterations)
    {
        using var scope = Autograd.NoGrad();
        var transposed = matrix.Transpose(0, 1);
        for (var i = 0; i < iterations; i++)
        {
            if (_startsWithV)
                _v!.CopyFrom(Normalized(transposed.Mv(_u!)));
            _u!.CopyFrom(Normalized(matrix.Mv(_v!)));
            if (!_startsWithV)
                _v!.CopyFrom(Normalized(transposed.Mv(_u)));
        }
    }
}
