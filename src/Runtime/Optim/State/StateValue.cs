namespace NnGen.Optim;

/// <summary>Reads the values of an optimizer's state, whichever of its forms PyTorch has written.</summary>
internal static class StateValue
{
    /// <summary>A copy of a tensor.</summary>
    /// <exception cref="ArgumentException">It is none of that shape.</exception>
    public static Tensor Copy(string name, object found, Shape shape)
    {
        if (found is not Tensor tensor || tensor.Shape != shape)
            throw new ArgumentException($"The state '{name}' is {Describe(found)}: expected shape {shape} and type {DType.Float32}, as its parameter.");
        var copy = StateTensor.Zeros(shape);
        tensor.AsSpan().CopyTo(copy.AsWritableSpan());
        return copy;
    }

    /// <summary>A number, or a tensor of one.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static double Number(string name, object? found) => found switch
    {
        long number => number,
        double number => number,
        Tensor { Count: 1 } scalar => scalar.Item(),
        Tensor<long> { Count: 1 } scalar => scalar.Item(),
        Tensor<double> { Count: 1 } scalar => scalar.Item(),
        _ => throw new ArgumentException($"The state '{name}' is {Describe(found)}: expected a number."),
    };

    private static string Describe(object? found)
        => found is TensorBase tensor ? $"of shape {tensor.Shape} and type {tensor.DType}" : TorchDict.TypeName(found);
}
