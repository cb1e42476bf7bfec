using System.Runtime.CompilerServices;

namespace NnGen;

// Results whose size depends on values: they cannot be compiled.
public partial class Tensor
{
    /// <summary>The elements where the mask is set, or the slices where it has fewer dims, one after the other.</summary>
    /// <exception cref="ShapeException">The mask's dims are not the first dims of this tensor.</exception>
    [IndexerName("Part")]
    public Tensor this[Tensor<bool> mask]
    {
        get => View([-1, .. Shape.Dims[Covered(mask)..]])[Positions(mask)];
        set
        {
            var positions = Positions(mask);
            Shape tail = Shape.Dims[Covered(mask)..].ToArray();
            Shape shape = [positions.Count, .. tail.Dims];
            Write(TensorPositions.Rows(positions.AsSpan(), tail.Count), shape, value);
        }
    }

    /// <summary>The elements where the mask is set, one after the other, with broadcasting.</summary>
    public Tensor MaskedSelect(Tensor<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var shape = Shape.Broadcast(Shape, mask.Shape);
        return Expand(shape.Dims)[mask.Expand(shape.Dims)];
    }

    /// <summary>The indices of the elements that are not 0, one row for each.</summary>
    public Tensor<long> Nonzero() => Ne(0).Nonzero();

    /// <summary>Overwrites the elements where the mask, which broadcasts, is set.</summary>
    /// <returns>This tensor.</returns>
    public Tensor MaskedFill_(Tensor<bool> mask, double value)
    {
        ArgumentNullException.ThrowIfNull(mask);
        RefuseRecorded();
        var set = mask.Expand(Shape.Dims).AsSpan();
        var span = AsWritableSpan();
        for (var i = 0; i < span.Length; i++)
            span[i] = set[i] ? (float)value : span[i];
        return this;
    }

    /// <summary>The slices of the first dim.</summary>
    [LowersEach(typeof(UnbindOp))]
    public IEnumerator<Tensor> GetEnumerator()
    {
        for (var i = 0; i < Shape[0]; i++)
            yield return UnbindOp.Apply(this, i);
    }

    /// <summary>Writes values, which broadcast, to places of the memory.</summary>
    private void Write(ReadOnlySpan<long> places, Shape shape, Tensor value)
    {
        RefuseRecorded();
        RefuseGradient(value);
        var values = value.Detach().Expand(shape.Dims).AsSpan();
        var span = AsWritableSpan();
        for (var i = 0; i < places.Length; i++)
            span[(int)places[i]] = values[i];
    }

    private int Covered(Tensor<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return Shape.Dims.StartsWith(mask.Shape.Dims)
            ? mask.Rank
            : throw new ShapeException($"The shape of the mask {mask.Shape} does not match the shape of the indexed tensor {Shape}.");
    }

    private static Tensor<long> Positions(Tensor<bool> mask) => mask.View(-1).Nonzero().View(-1);
}
