using System.Numerics.Tensors;
using NnGen.CompilerServices;

namespace NnGen.Optim;

/// <summary>All parameters of a group as one vector.</summary>
internal sealed class FlatParameters(ParameterGroup group)
{
    /// <summary>How many elements there are.</summary>
    public int Count { get; } = group.Parameters.Sum(parameter => parameter.Count);

    /// <summary>The gradients, zero where a parameter has none.</summary>
    public float[] Gradients()
    {
        float[] result = new float[Count];
        int at = 0;
        foreach (var parameter in group.ParameterSpan)
        {
            if (parameter.HasGradient)
                parameter.GradientValues.CopyTo(result.AsSpan(at));
            at += parameter.Count;
        }

        return result;
    }

    /// <summary>The values.</summary>
    public float[] Values()
    {
        float[] result = new float[Count];
        int at = 0;
        foreach (var parameter in group.ParameterSpan)
        {
            parameter.AsSpan().CopyTo(result.AsSpan(at));
            at += parameter.Count;
        }

        return result;
    }

    /// <summary>Sets the values to <paramref name="origin"/> and goes on from there.</summary>
    /// <param name="origin">Where to begin.</param>
    /// <param name="direction">Where to go.</param>
    /// <param name="length">How many times the direction.</param>
    public void Set(float[] origin, float[] direction, double length)
    {
        WeightGate.EnterWrite();                                // a Predict on another thread sees all old values or all new ones
        try
        {
            int at = 0;
            foreach (var parameter in group.ParameterSpan)
            {
                int count = parameter.Count;
                TensorPrimitives.MultiplyAdd(direction.AsSpan(at, count), (float)length, origin.AsSpan(at, count), parameter.BorrowWritable());
                at += count;
            }
        }
        finally
        {
            WeightGate.ExitWrite();
        }
    }
}
