namespace NnGen.Optim;

/// <summary>Tensors that optimizers keep beside each parameter: aligned and never moved, as parameters are.</summary>
internal static class StateTensor
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor Zeros(Shape shape) => Full(shape, 0);

    /// <summary>A tensor of one value.</summary>
    public static Tensor Full(Shape shape, float value)
    {
        var storage = Storage<float>.Allocate(shape.Count, pinned: true);
        storage.Span.Fill(value);
        return new Tensor(storage, shape);
    }
}
