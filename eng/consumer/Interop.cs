using System.Numerics.Tensors;
using NnGen;

/// <summary>A file that uses both namespaces with a Tensor: NnGen's is meant by the name alone.</summary>
internal static class Interop
{
    public static float SumOfSquares(Tensor x) => TensorPrimitives.SumOfSquares(x.AsSpan());
}
