namespace NnGen.Parity.Tests.TorchSuite;

/// <summary>What a case passes to the module: tensors by position, then tensors by name.</summary>
public sealed class Inputs((string Name, TensorBase Tensor)[] tensors)
{
    private const string Prefix = "input.";

    /// <summary>How many there are.</summary>
    public int Length => tensors.Length;

    /// <summary>The tensor at a position.</summary>
    public TensorBase this[int index] => tensors[index].Tensor;

    /// <summary>The tensor at a position, as one of another element type where PyTorch takes several.</summary>
    public T At<T>(int index)
        where T : TensorBase
        => (T)Converted(this[index], typeof(T));

    /// <summary>The tensor passed by a name or at a position; null where there is none.</summary>
    public TensorBase? Given(string name, int position)
        => tensors.FirstOrDefault(input => input.Name == Prefix + name || input.Name == $"{Prefix}{position}").Tensor;

    /// <summary>The same, as one of another element type where PyTorch takes several.</summary>
    public T? Find<T>(string name, int position)
        where T : TensorBase
        => Given(name, position) is { } tensor ? (T)Converted(tensor, typeof(T)) : null;

    private static TensorBase Converted(TensorBase tensor, Type type) => tensor switch
    {
        Tensor<long> labels when type == typeof(Tensor) => Tensor.From([.. labels.ToArray().Select(label => (float)label)], labels.Shape),
        Tensor<int> labels when type == typeof(Tensor<long>) => Tensor<long>.From([.. labels.ToArray().Select(label => (long)label)], labels.Shape),
        _ => tensor,
    };
}
