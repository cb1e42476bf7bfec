using System.Numerics.Tensors;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MnistCnnSample;
using NnGen;

namespace WebApiSample;

/// <summary>Reads digits, from any number of threads at once.</summary>
public sealed class DigitReader : IHealthCheck
{
    private const int Classes = 10;

    private readonly LeNet model = new();

    /// <summary>Loads the network.</summary>
    /// <param name="weights">Its weights.</param>
    public DigitReader(string weights) => model.Load(weights);

    /// <summary>Says which digit an image shows.</summary>
    public Prediction Read(Drawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        float[] scores = new float[Classes];
        model.Predict(drawing.Pixels, scores);
        TensorPrimitives.SoftMax(scores, scores);
        return new Prediction(TensorPrimitives.IndexOfMax(scores), scores);
    }

    /// <summary>Healthy if an empty image gives probabilities.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        float sum = Read(new Drawing(new float[28 * 28])).Probabilities.Sum();
        return Task.FromResult(Math.Abs(sum - 1) < 1e-3 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Probabilities add up to {sum}."));
    }
}
