using System.Numerics.Tensors;

namespace NnGen;

/// <summary>Functions over parameters and modules: torch.nn.utils.</summary>
public static partial class NnUtils
{
    /// <summary>Added to the norm that gradients are divided by, as in PyTorch.</summary>
    private const float NormEps = 1e-6f;

    /// <summary>
    /// Scales the gradients of all parameters so that their norm, taken as if they were one vector, is at most
    /// <paramref name="maxNorm"/>: torch.nn.utils.clip_grad_norm_. Parameters without a gradient are left out.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="maxNorm">The largest norm.</param>
    /// <param name="normType">Which p-norm; <see cref="double.PositiveInfinity"/> for the largest absolute value. Default: 2.</param>
    /// <param name="errorIfNonfinite">Whether a norm that is NaN or infinite is refused, with the gradients unchanged. Default: false.</param>
    /// <returns>The norm before.</returns>
    /// <exception cref="InvalidOperationException">The norm is not finite and <paramref name="errorIfNonfinite"/> is set.</exception>
    public static float ClipGradNorm_(
        IEnumerable<Parameter> parameters, double maxNorm, double normType = 2, bool errorIfNonfinite = false)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        List<Parameter> trained = [.. parameters.Where(parameter => parameter.HasGradient)];
        float total = Norm(trained, normType);
        if (errorIfNonfinite && !float.IsFinite(total))
        {
            throw new InvalidOperationException(
                $"The total norm of order {normType} for gradients from `parameters` is non-finite, so it cannot be clipped: "
                + "pass errorIfNonfinite: false to scale the gradients by it anyway.");
        }

        float scale = (float)maxNorm / (total + NormEps);
        if (!(scale >= 1))
        {
            foreach (var parameter in trained)
                TensorPrimitives.Multiply(parameter.GradientValues, scale, parameter.WritableGradient);
        }

        return total;
    }

    /// <summary>Limits every element of the gradients to ±<paramref name="clipValue"/>: torch.nn.utils.clip_grad_value_.</summary>
    /// <param name="parameters">The parameters; those without a gradient are left out.</param>
    /// <param name="clipValue">The largest absolute value.</param>
    public static void ClipGradValue_(IEnumerable<Parameter> parameters, double clipValue)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        float limit = (float)clipValue;
        foreach (var parameter in parameters.Where(parameter => parameter.HasGradient))
        {
            var gradient = parameter.WritableGradient;
            TensorPrimitives.Max(gradient, -limit, gradient);
            TensorPrimitives.Min(gradient, limit, gradient);
        }
    }

    /// <summary>The norm of the gradients as if they were one vector, which is the norm of their norms.</summary>
    private static float Norm(List<Parameter> parameters, double normType)
    {
        if (double.IsPositiveInfinity(normType))
            return parameters.Where(parameter => parameter.Count > 0).Select(LargestMagnitude).Aggregate(0f, MathF.Max);
        double sum = 0;
        foreach (var parameter in parameters)
            sum += PowerSum(parameter.GradientValues, normType);
        return (float)Math.Pow(sum, 1 / normType);
    }

    private static float LargestMagnitude(Parameter parameter) => MathF.Abs(TensorPrimitives.MaxMagnitude<float>(parameter.GradientValues));

    private static double PowerSum(ReadOnlySpan<float> values, double normType)
    {
        if (normType == 2)
            return TensorPrimitives.SumOfSquares(values);
        if (normType == 1)
            return TensorPrimitives.SumOfMagnitudes(values);
        double sum = 0;
        foreach (float value in values)
            sum += Math.Pow(Math.Abs(value), normType);
        return sum;
    }
}
