using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>The sizes of a tensor's dimensions, outermost first. The default value is the shape of a scalar.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int[]? _dims;

    private Shape(int[] dims) => _dims = dims;

    /// <summary>Number of dimensions; 0 for a scalar.</summary>
    public int Rank => _dims?.Length ?? 0;

    /// <summary>Number of dimensions, by the name under which C# looks for it where a shape is spread: <c>[.. x.Shape, 2]</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int Length => Rank;

    /// <summary>Number of elements: the product of the sizes, 1 for a scalar.</summary>
    /// <exception cref="OverflowException">It exceeds <see cref="int.MaxValue"/>.</exception>
    public int Count
    {
        get
        {
            long count = 1;
            var isEmpty = false;
            foreach (var dim in Dims)
            {
                isEmpty |= dim == 0;
                if (!isEmpty && (count *= dim) > int.MaxValue)
                    ThrowTooLarge();
            }

            return isEmpty ? 0 : (int)count;
        }
    }

    /// <summary>The sizes.</summary>
    public ReadOnlySpan<int> Dims => _dims;

    /// <summary>The size of one dimension; <c>^1</c> is the last.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such dimension.</exception>
    public int this[Index dim]
    {
        get
        {
            var i = dim.GetOffset(Rank);
            return (uint)i < (uint)Rank
                ? _dims![i]
                : throw new IndexOutOfRangeException($"The shape {this} has {Rank} dimensions: there is no dimension {dim}.");
        }
    }

    /// <summary>Some of the dimensions: <c>x.Shape[..^1]</c> is all but the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such dimensions.</exception>
    public Shape this[Range dims] => new(Dims[dims].ToArray());

    /// <summary>A shape of the given sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is negative.</exception>
    public static Shape Create(ReadOnlySpan<int> dims)
    {
        foreach (var dim in dims)
        {
            if (dim < 0)
            {
                var text = string.Join(", ", dims.ToArray());
                throw new ArgumentOutOfRangeException(nameof(dims), $"A dimension cannot have the size {dim}: [{text}].");
            }
        }

        return dims.IsEmpty ? default : new Shape(dims.ToArray());
    }

    /// <summary>A shape of the given sizes.</summary>
    public static implicit operator Shape(int[] dims)
    {
        ArgumentNullException.ThrowIfNull(dims);
        return Create(dims);
    }

    /// <summary>The sizes.</summary>
    public static implicit operator ReadOnlySpan<int>(Shape shape) => shape.Dims;

    /// <summary>Whether both have the same sizes.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether the shapes differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>
    /// The shape of an element-wise result: aligned at the last dimension, sizes must be equal, or one of them 1 or missing.
    /// </summary>
    /// <exception cref="ShapeException">Two sizes differ and neither is 1.</exception>
    public static Shape Broadcast(Shape a, Shape b)
    {
        if (a == b)
            return a;

        var dims = new int[Math.Max(a.Rank, b.Rank)];
        for (var i = 1; i <= dims.Length; i++)
        {
            var da = i <= a.Rank ? a[^i] : 1;
            var db = i <= b.Rank ? b[^i] : 1;
            if (da != db && da != 1 && db != 1)
            {
                throw new ShapeException(
                    $"The size of tensor a ({da}) must match the size of tensor b ({db}) at non-singleton dimension {dims.Length - i}: "
                    + $"{a} and {b} cannot be broadcast together.");
            }

            dims[^i] = da == 1 ? db : da;
        }

        return new Shape(dims);
    }

    /// <summary>Whether a tensor of this shape can be expanded to <paramref name="target"/> without changing it.</summary>
    public bool IsBroadcastableTo(Shape target)
    {
        if (Rank > target.Rank)
            return false;
        for (var i = 1; i <= Rank; i++)
        {
            if (this[^i] != target[^i] && this[^i] != 1)
                return false;
        }

        return true;
    }

    /// <summary>Takes a shape of two dims apart: <c>var (n, c) = x.Shape</c>.</summary>
    /// <exception cref="ShapeException">There are more or fewer dims.</exception>
    public void Deconstruct(out int dim0, out int dim1)
    {
        var dims = Check(2).Dims;
        (dim0, dim1) = (dims[0], dims[1]);
    }

    /// <summary>Takes a shape of three dims apart: <c>var (n, length, features) = x.Shape</c>.</summary>
    /// <exception cref="ShapeException">There are more or fewer dims.</exception>
    public void Deconstruct(out int dim0, out int dim1, out int dim2)
    {
        var dims = Check(3).Dims;
        (dim0, dim1, dim2) = (dims[0], dims[1], dims[2]);
    }

    /// <summary>Takes a shape of four dims apart: <c>var (n, c, h, w) = x.Shape</c>.</summary>
    /// <exception cref="ShapeException">There are more or fewer dims.</exception>
    public void Deconstruct(out int dim0, out int dim1, out int dim2, out int dim3)
    {
        var dims = Check(4).Dims;
        (dim0, dim1, dim2, dim3) = (dims[0], dims[1], dims[2], dims[3]);
    }

    /// <summary>Takes a shape of five dims apart: <c>var (n, c, d, h, w) = x.Shape</c>.</summary>
    /// <exception cref="ShapeException">There are more or fewer dims.</exception>
    public void Deconstruct(out int dim0, out int dim1, out int dim2, out int dim3, out int dim4)
    {
        var dims = Check(5).Dims;
        (dim0, dim1, dim2, dim3, dim4) = (dims[0], dims[1], dims[2], dims[3], dims[4]);
    }

    /// <summary>This shape, which must have so many dims. Generated code uses it where a shape is taken apart.</summary>
    /// <exception cref="ShapeException">It has more or fewer.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Shape Check(int rank)
        => Rank == rank ? this : throw new ShapeException($"The shape {this} has {Rank} dimensions, but {rank} are expected.");

    /// <summary>Enumerates the sizes.</summary>
    public Enumerator GetEnumerator() => new(_dims);

    /// <summary>A copy of the sizes.</summary>
    public int[] ToArray() => Dims.ToArray();

    /// <inheritdoc/>
    public bool Equals(Shape other) => _dims == other._dims || Dims.SequenceEqual(other.Dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var dim in Dims)
            hash.Add(dim);
        return hash.ToHashCode();
    }

    /// <summary>For example <c>[64, 10]</c>; <c>[]</c> for a scalar.</summary>
    public override string ToString() => $"[{string.Join(", ", _dims ?? [])}]";

    /// <summary>Goes over the sizes of a shape.</summary>
    public struct Enumerator
    {
        private readonly int[]? _dims;
        private int _index;

        internal Enumerator(int[]? dims)
        {
            _dims = dims;
            _index = -1;
        }

        /// <summary>The size at which the enumerator stands.</summary>
        public readonly int Current => _dims![_index];

        /// <summary>Goes to the next size; false where there is none.</summary>
        public bool MoveNext() => ++_index < (_dims?.Length ?? 0);
    }

    private void ThrowTooLarge() => throw new OverflowException(
        $"A tensor of shape {this} would hold more than {int.MaxValue:N0} elements, which is the most a tensor can hold.");
}
