namespace NnGen;

public static partial class NnUtils
{
    /// <summary>
    /// Computes a weight as length times direction, w = g v / ‖v‖: torch.nn.utils.weight_norm. The parameters <c>weight_g</c> and
    /// <c>weight_v</c> are trained and saved in its place.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Key of the parameter. Default: weight.</param>
    /// <param name="dim">The dim along which each slice has a length of its own; null: the whole weight has one. Default: 0.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The module has no such parameter.</exception>
    /// <exception cref="InvalidOperationException">The parameter is computed already.</exception>
    public static TModule WeightNorm<TModule>(TModule module, string name = "weight", int? dim = 0)
        where TModule : Module
        => AddHook(module, name, _ => new WeightNormParametrization(dim));

    /// <summary>Lets a weight hold what <see cref="WeightNorm"/> computed last: torch.nn.utils.remove_weight_norm.</summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Key of the parameter. Default: weight.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The parameter is not normalised.</exception>
    public static TModule RemoveWeightNorm<TModule>(TModule module, string name = "weight")
        where TModule : Module
        => RemoveHook<TModule, WeightNormParametrization>(module, name, "weight_norm");

    /// <summary>
    /// Divides a weight by its largest singular value: torch.nn.utils.spectral_norm. <c>weight_orig</c> is trained and saved in its
    /// place, with the vectors <c>weight_u</c> and <c>weight_v</c>, which each call in training brings nearer to the singular ones.
    /// </summary>
    /// <param name="module">The module.</param>
    /// <param name="name">Key of the parameter. Default: weight.</param>
    /// <param name="nPowerIterations">Steps of the power method in a call. Default: 1.</param>
    /// <param name="eps">Added where vectors are divided by their norm. Default: 1e-12.</param>
    /// <param name="dim">The dim that becomes the rows of a matrix. Default: 1 for transposed convolutions, else 0.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The module has no such parameter, or a number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The parameter is computed already.</exception>
    public static TModule SpectralNorm<TModule>(
        TModule module, string name = "weight", int nPowerIterations = 1, double eps = 1e-12, int? dim = null)
        where TModule : Module
        => AddHook(
            module,
            name,
            weight => new SpectralNormParametrization(weight, nPowerIterations, dim ?? NnGen.Parametrizations.RowDim(module), eps, isHook: true));

    /// <summary>Lets a weight hold what <see cref="SpectralNorm"/> computed last: torch.nn.utils.remove_spectral_norm.</summary>
    /// <inheritdoc cref="RemoveWeightNorm"/>
    public static TModule RemoveSpectralNorm<TModule>(TModule module, string name = "weight")
        where TModule : Module
        => RemoveHook<TModule, SpectralNormParametrization>(module, name, "spectral_norm");

    private static TModule AddHook<TModule>(TModule module, string name, Func<Parameter, Parametrization> create)
        where TModule : Module
    {
        ArgumentNullException.ThrowIfNull(module);
        if (module.Parametrizations?.Find(name) is not null)
            throw new InvalidOperationException($"Cannot register two hooks on the same parameter {name}.");
        var parameter = Parametrize.Own(module, name);
        module.AddParametrization(name, parameter, Parametrize.ListOf(parameter, create(parameter), hookOwner: module));
        return module;
    }

    private static TModule RemoveHook<TModule, THook>(TModule module, string name, string hook)
        where TModule : Module
        where THook : Parametrization
    {
        ArgumentNullException.ThrowIfNull(module);
        if (module.Parametrizations?.Find(name) is not { Parametrization: { IsHook: true, First: THook } } parameter)
            throw new ArgumentException($"{hook} of '{name}' not found in {module.TypeName}.", nameof(name));
        Parametrize.Release(module, name, parameter, Parametrize.Evaluated(parameter));
        return module;
    }
}
