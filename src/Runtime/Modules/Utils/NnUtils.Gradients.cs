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
        var norm = new VectorNorm(normType);
        foreach (var parameter in trained)
            norm.Add(parameter.GradientValues);
        if (errorIfNonfinite)
            norm.RequireFinite("for gradients from `parameters`");
        ClipGradsWithNorm_(trained, maxNorm, norm.Value);
        return norm.Value;
    }

    /// <summary>
    /// Scales the gradients of all parameters by <c>maxNorm / totalNorm</c> where that is less than one: torch.nn.utils.clip_grads_with_norm_.
    /// </summary>
    /// <param name="parameters">The parameters; those without a gradient are left out.</param>
    /// <param name="maxNorm">The largest norm.</param>
    /// <param name="totalNorm">The norm that the gradients have, as <see cref="GetTotalNorm"/> gives it.</param>
    public static void ClipGradsWithNorm_(IEnumerable<Parameter> parameters, double maxNorm, float totalNorm)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        float scale = (float)maxNorm / (totalNorm + NormEps);
        if (scale >= 1)
            return;
        foreach (var parameter in parameters.Where(parameter => parameter.HasGradient))
            TensorPrimitives.Multiply(parameter.GradientValues, scale, parameter.WritableGradient);
    }

    /// <summary>The norm of tensors as if they were one vector: torch.nn.utils.get_total_norm.</summary>
    /// <param name="tensors">The tensors, for example gradients.</param>
    /// <param name="normType">Which p-norm; <see cref="double.PositiveInfinity"/> for the largest absolute value. Default: 2.</param>
    /// <param name="errorIfNonfinite">Whether a norm that is NaN or infinite is refused. Default: false.</param>
    /// <exception cref="InvalidOperationException">The norm is not finite and <paramref name="errorIfNonfinite"/> is set.</exception>
    public static float GetTotalNorm(IEnumerable<Tensor> tensors, double normType = 2, bool errorIfNonfinite = false)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var norm = new VectorNorm(normType);
        foreach (var tensor in tensors)
            norm.Add(tensor.AsSpan());
        if (errorIfNonfinite)
            norm.RequireFinite("of tensors");
        return norm.Value;
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

    /// <summary>The norm of a vector that comes piece by piece.</summary>
    private struct VectorNorm(double type)
    {
        private double _sum;
        private float _largest;

        public readonly float Value => double.IsPositiveInfinity(type) ? _largest : (float)Math.Pow(_sum, 1 / type);

        public void Add(ReadOnlySpan<float> values)
        {
            if (values.IsEmpty)
                return;
            if (double.IsPositiveInfinity(type))
                _largest = MathF.Max(_largest, MathF.Abs(TensorPrimitives.MaxMagnitude(values)));
            else
                _sum += PowerSum(values);
        }

        public readonly void RequireFinite(string what)
        {
            if (!float.IsFinite(Value))
            {
                throw new InvalidOperationException(
                    $"The total norm of order {type} {what} is non-finite, so it cannot be clipped: pass errorIfNonfinite: false to take it as it is.");
            }
        }

        private readonly double PowerSum(ReadOnlySpan<float> values)
        {
            if (type == 2)
                return TensorPrimitives.SumOfSquares(values);
            if (type == 1)
                return TensorPrimitives.SumOfMagnitudes(values);
            double sum = 0;
            foreach (float value in values)
                sum += Math.Pow(Math.Abs(value), type);
            return sum;
        }
    }
}
