namespace NnGen;

/// <summary>Parametrizations that hold a weight to a property: torch.nn.utils.parametrizations.</summary>
public static class Parametrizations
{
    /// <summary>
    /// Computes a weight as length times direction, w = g v / ‖v‖ (Salimans and Kingma 2016), with g under
    /// <c>parametrizations.weight.original0</c> and v under <c>original1</c>.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Key of the parameter. Default: weight.</param>
    /// <param name="dim">The dim along which each slice has a length of its own; null: the whole weight has one. Default: 0.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The module has no such parameter.</exception>
    public static TModule WeightNorm<TModule>(TModule module, string name = "weight", int? dim = 0)
        where TModule : Module
        => Parametrize.RegisterParametrization(module, name, new WeightNormParametrization(dim));

    /// <summary>
    /// Divides a weight by its largest singular value (Miyato et al. 2018). Each call in training brings the estimate of it nearer.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Key of the parameter. Default: weight.</param>
    /// <param name="nPowerIterations">Steps of the power method in a call. Default: 1.</param>
    /// <param name="eps">Added where vectors are divided by their norm. Default: 1e-12.</param>
    /// <param name="dim">The dim that becomes the rows of a matrix. Default: 1 for transposed convolutions, else 0.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The module has no such parameter, or a number is out of range.</exception>
    public static TModule SpectralNorm<TModule>(
        TModule module, string name = "weight", int nPowerIterations = 1, double eps = 1e-12, int? dim = null)
        where TModule : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        var weight = Parametrize.Read(module, name);
        return Parametrize.RegisterParametrization(
            module, name, new SpectralNormParametrization(weight, nPowerIterations, dim ?? RowDim(module), eps, isHook: false));
    }

    /// <summary>
    /// Keeps a matrix, or each of a batch, orthogonal: its columns, or its rows if it has more columns. It starts as the weight where
    /// that is orthogonal, else as what the QR decomposition makes of it.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Key of the parameter. Default: weight.</param>
    /// <param name="orthogonalMap">How it is computed. Default: by the matrix exponential if it is square, else by reflections.</param>
    /// <param name="useTrivialization">
    /// Whether the product with a constant orthogonal matrix, <c>base</c>, is taken (Lezcano Casado 2019). Default: true.
    /// </param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The module has no such parameter, or it has fewer than two dims.</exception>
    /// <exception cref="NotSupportedException">Without trivialization only reflections can start from a weight.</exception>
    public static TModule Orthogonal<TModule>(
        TModule module, string name = "weight", OrthogonalMap? orthogonalMap = null, bool useTrivialization = true)
        where TModule : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        var weight = Parametrize.Read(module, name);
        if (weight.Rank < 2)
            throw new ArgumentException($"Expected a matrix or batch of matrices. Got a tensor of {weight.Rank} dimensions.", nameof(name));
        var map = orthogonalMap ?? (weight.Shape[^1] == weight.Shape[^2] ? OrthogonalMap.MatrixExp : OrthogonalMap.Householder);
        return Parametrize.RegisterParametrization(module, name, new OrthogonalParametrization(weight.Shape, map, useTrivialization));
    }

    /// <summary>The dim of a weight that counts the outputs.</summary>
    internal static int RowDim(Module module) => module is ConvTranspose1d or ConvTranspose2d or ConvTranspose3d ? 1 : 0;
}
