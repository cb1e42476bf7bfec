using System;

namespace NnGen.Compiler.Shapes;

/// <summary>Dims in a range of an array. Default: an absent tensor.</summary>
internal readonly struct DimList<TDim>(TDim[] items, int offset, int count)
{
    private readonly TDim[]? _items = items;

    public DimList(TDim[] items)
        : this(items, 0, items.Length)
    {
    }

    public bool IsAbsent => _items is null;

    public int Count { get; } = count;

    public TDim this[int index] => _items![offset + index];

    public DimList<TDim> Slice(int start, int length) => new(_items!, offset + start, length);

    public TDim[] ToArray()
    {
        var result = new TDim[Count];
        if (Count > 0)
            Array.Copy(_items!, offset, result, 0, Count);
        return result;
    }
}

/// <summary>Where lists of dims are built, one after the other, in memory used again by the next match.</summary>
internal sealed class DimBuffer<TDim>
{
    private TDim[] _items = new TDim[32];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(TDim dim)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, 2 * Count);
        _items[Count++] = dim;
    }

    public void AddRange(DimList<TDim> dims)
    {
        for (var i = 0; i < dims.Count; i++)
            Add(dims[i]);
    }

    /// <summary>What was added since the buffer had <paramref name="start"/> items.</summary>
    public DimList<TDim> Since(int start) => new(_items, start, Count - start);
}
