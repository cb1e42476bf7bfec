using System.Runtime.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

// Results whose size depends on values: they cannot be compiled.
public sealed partial class Tensor<T>
{
    /// <summary>The elements where the mask, of the same shape, is set, one after the other.</summary>
    /// <exception cref="ShapeException">The mask has another shape.</exception>
    [IndexerName("Part")]
    public Tensor<T> this[Tensor<bool> mask] => View(-1)[mask.ExpandAs(Ne(default(T))).View(-1).Nonzero().View(-1)];

    /// <summary>The elements where the mask is set, one after the other, with broadcasting.</summary>
    public Tensor<T> MaskedSelect(Tensor<bool> mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        var shape = Shape.Broadcast(Shape, mask.Shape);
        return Expand(shape.Dims)[mask.Expand(shape.Dims)];
    }

    /// <summary>The indices of the elements that are not 0, one row for each.</summary>
    public Tensor<long> Nonzero()
    {
        var count = (int)CountNonzero().Item();
        var result = Tensor<long>.Empty(count, Rank);
        var span = result.AsWritableSpan();
        var row = 0;
        for (var i = 0; i < Count; i++)
        {
            if (!Numbers.Convert<T, bool>(AsSpan()[i]))
                continue;
            var rest = i;
            for (var d = Rank - 1; d >= 0; d--)
            {
                span[(row * Rank) + d] = rest % Shape[d];
                rest /= Shape[d];
            }

            row++;
        }

        return result;
    }

    /// <summary>The distinct elements in order.</summary>
    public Tensor<T> Unique() => Unique(out _, out _);

    /// <summary>The distinct elements in order.</summary>
    /// <param name="inverse">For each element the index of its value in the result.</param>
    /// <param name="counts">For each value how often it occurs.</param>
    public Tensor<T> Unique(out Tensor<long> inverse, out Tensor<long> counts)
    {
        var (sorted, order) = View(-1).Sort();
        inverse = Tensor<long>.Zeros(Shape.Dims);
        var values = new List<T>();
        var found = new List<long>();
        for (var i = 0; i < sorted.Count; i++)
        {
            var value = sorted.AsSpan()[i];
            if (values.Count == 0 || !values[^1].Equals(value))
            {
                values.Add(value);
                found.Add(0);
            }

            found[^1]++;
            inverse.AsWritableSpan()[(int)order.AsSpan()[i]] = values.Count - 1;
        }

        counts = Tensor<long>.From(found.ToArray());
        return From(values.ToArray());
    }

    /// <summary>Writes values, which broadcast, to places of the memory.</summary>
    private void Write(ReadOnlySpan<long> places, Shape shape, Tensor<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var values = value.Expand(shape.Dims).AsSpan();
        var span = AsWritableSpan();
        for (var i = 0; i < places.Length; i++)
            span[(int)places[i]] = values[i];
    }

    /// <summary>The slices of the first dim.</summary>
    [LowersEach(typeof(UnbindOp))]
    public IEnumerator<Tensor<T>> GetEnumerator()
    {
        for (var i = 0; i < Shape[0]; i++)
            yield return UnbindOp.Apply(this, i);
    }
}
