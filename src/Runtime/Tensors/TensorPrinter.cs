namespace NnGen;

/// <summary>Writes tensors as PyTorch prints them.</summary>
internal static class TensorPrinter
{
    public static string Print(Tensor tensor) => $"tensor({tensor.Shape})";

    public static string Print<T>(Tensor<T> tensor)
        where T : unmanaged
        => $"tensor({tensor.Shape})";
}
