using System.Numerics.Tensors;

namespace NnGen.Optim;

/// <summary>
/// The last changes of the parameters and of the gradient, which stand for the inverse of the Hessian (Updating Quasi-Newton
/// Matrices with Limited Storage, Nocedal, 1980).
/// </summary>
internal sealed class CurvatureHistory
{
    private const double SmallestCurvature = 1e-10;

    /// <summary>Changes of the gradient, oldest first.</summary>
    public List<float[]> GradientChanges { get; } = [];

    /// <summary>The changes of the parameters that made them.</summary>
    public List<float[]> Steps { get; } = [];

    /// <summary>One over the product of both.</summary>
    public List<double> InverseCurvatures { get; } = [];

    /// <summary>The scale with which the inverse begins.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>Remembers a change, unless the loss is not convex along it.</summary>
    public void Add(float[] gradientChange, float[] step, int size)
    {
        double curvature = VectorSums.Dot(gradientChange, step);
        if (!(curvature > SmallestCurvature))
            return;
        if (Steps.Count >= size)
        {
            GradientChanges.RemoveAt(0);
            Steps.RemoveAt(0);
            InverseCurvatures.RemoveAt(0);
        }

        GradientChanges.Add(gradientChange);
        Steps.Add(step);
        InverseCurvatures.Add(1 / curvature);
        Scale = curvature / VectorSums.Dot(gradientChange, gradientChange);
    }

    /// <summary>The direction of descent: the negated product of the inverse and the gradient.</summary>
    public float[] Direction(float[] gradient)
    {
        float[] result = new float[gradient.Length];
        TensorPrimitives.Negate(gradient, result);
        double[] along = new double[Steps.Count];
        for (int i = Steps.Count - 1; i >= 0; i--)
        {
            along[i] = VectorSums.Dot(Steps[i], result) * InverseCurvatures[i];
            Add(result, GradientChanges[i], -along[i]);
        }

        TensorPrimitives.Multiply(result, (float)Scale, result);
        for (int i = 0; i < Steps.Count; i++)
            Add(result, Steps[i], along[i] - (VectorSums.Dot(GradientChanges[i], result) * InverseCurvatures[i]));
        return result;
    }

    private static void Add(float[] target, float[] values, double factor)
        => TensorPrimitives.MultiplyAdd(values, (float)factor, target, target);
}
