using System.ComponentModel;

namespace NnGen.CompilerServices;

/// <summary>
/// A list of tensors while a method is bound: the same actions that the user's code runs, over shapes. Each tensor that is ever
/// written has a part of the list's memory of its own, so that the backward pass finds what the forward pass read. Generated code
/// alone uses it.
/// </summary>
/// <param name="elementSize">Bytes of an element of the tensors.</param>
/// <param name="places">How many empty places it starts with, as an array has.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListBinder(int elementSize, int places = 0)
{
    private const int Alignment = 64;

    private readonly List<ListItem?> _items = [.. new ListItem?[places]];
    private long _bytes;

    /// <summary>How many tensors it holds.</summary>
    public int Count => _items.Count;

    /// <summary>The memory of all tensors that were ever written, in their elements.</summary>
    /// <exception cref="NotSupportedException">It exceeds 2 GiB.</exception>
    public Shape Memory => _bytes <= int.MaxValue
        ? Shape.Create([(int)(_bytes / elementSize)])
        : throw new NotSupportedException("The tensors of a list need more than 2 GiB: use smaller batches.");

    /// <summary>Adds a tensor at the end.</summary>
    /// <returns>Its part of the memory.</returns>
    public Slot Add(Shape shape) => Insert(_items.Count, shape);

    /// <summary>Puts a tensor before a place.</summary>
    /// <returns>Its part of the memory.</returns>
    public Slot Insert(Index index, Shape shape)
    {
        var item = Place(shape);
        _items.Insert(index.GetOffset(_items.Count), item);
        return item.Part;
    }

    /// <summary>Puts a tensor at a place.</summary>
    /// <returns>Its part of the memory.</returns>
    public Slot Set(Index index, Shape shape)
    {
        var item = Place(shape);
        _items[index.GetOffset(_items.Count)] = item;
        return item.Part;
    }

    /// <summary>The tensor at a place.</summary>
    public ListItem Get(Index index) => Present(_items[index.GetOffset(_items.Count)]);

    /// <summary>The tensor at a place, which leaves the list.</summary>
    public ListItem Take(Index index)
    {
        var item = Get(index);
        Remove(index);
        return item;
    }

    /// <summary>Removes the tensor at a place.</summary>
    public void Remove(Index index) => _items.RemoveAt(index.GetOffset(_items.Count));

    /// <summary>Removes all tensors.</summary>
    public void Clear() => _items.Clear();

    /// <summary>Turns the order around.</summary>
    public void Reverse() => _items.Reverse();

    /// <summary>The tensors as they are now.</summary>
    public ListItems Items() => new([.. _items.Select(item => Present(item).Part)], [.. _items.Select(item => Present(item).Shape)]);

    private static ListItem Present(ListItem? item)
        => item ?? throw new ShapeException("A place of an array of tensors is read before a tensor is put there.");

    private ListItem Place(Shape shape)
    {
        var part = new Slot(checked((int)_bytes), shape.Count);
        _bytes += ((((long)shape.Count * elementSize) + Alignment - 1) / Alignment) * Alignment;
        return new ListItem(part, shape);
    }
}

/// <summary>A tensor of a list.</summary>
/// <param name="Part">Its part of the list's memory.</param>
/// <param name="Shape">Its shape.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ListItem(Slot Part, Shape Shape);

/// <summary>The tensors of a list at one place of the program.</summary>
/// <param name="Parts">Their parts of the list's memory.</param>
/// <param name="Shapes">Their shapes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ListItems(Slot[] Parts, Shape[] Shapes);
