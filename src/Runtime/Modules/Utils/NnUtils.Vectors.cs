namespace NnGen;

public static partial class NnUtils
{
    /// <summary>All parameters as one vector, one after the other: torch.nn.utils.parameters_to_vector. Gradients flow through it.</summary>
    /// <param name="parameters">The parameters, at least one.</param>
    /// <returns>Shape [number of elements].</returns>
    public static Tensor ParametersToVector(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return F.Cat(parameters.Select(parameter => parameter.View(-1)));
    }

    /// <summary>Copies a vector to parameters, one after the other: torch.nn.utils.vector_to_parameters.</summary>
    /// <param name="vector">Shape [number of elements].</param>
    /// <param name="parameters">The parameters.</param>
    /// <exception cref="ArgumentException">The vector does not have as many elements as the parameters together; nothing has changed.</exception>
    public static void VectorToParameters(Tensor vector, IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(vector);
        ArgumentNullException.ThrowIfNull(parameters);
        Parameter[] targets = [.. parameters];
        int count = targets.Sum(parameter => parameter.Count);
        if (vector.Rank != 1 || vector.Count != count)
        {
            throw new ArgumentException(
                $"the vector is of shape {vector.Shape}, but the parameters have {count} elements: expected shape [{count}].", nameof(vector));
        }

        var rest = vector.AsSpan();
        foreach (var target in targets)
        {
            rest[..target.Count].CopyTo(target.BorrowWritable());
            rest = rest[target.Count..];
        }
    }
}
