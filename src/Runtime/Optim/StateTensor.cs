namespace NnGen.Optim;

/// <summary>Tensors that optimizers keep beside each parameter: aligned and never moved, as parameters are.</summary>
internal static class StateTensor
{
    /// <summary>A tensor of zeros.</summary>
    public static Tensor Zeros(Shape shape)
    {
        var storage = Storage<float>.Allocate(shape.Count, pinned: true);
        storage.Span.Clear();
        return new Tensor(storage, shape);
    }
}
