using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>Memory that tensors share, and how often it was written to since it was handed out.</summary>
internal abstract class Storage
{
    private int _version;

    /// <summary>Raised by every write that a user can make, so that a saved value which has changed is noticed.</summary>
    public int Version => Volatile.Read(ref _version);

    /// <summary>Whether a span to write through was ever handed out, so that the version does not tell of every write.</summary>
    public bool IsHeldForWriting { get; set; }

    public void RaiseVersion() => Interlocked.Increment(ref _version);

    public void RestoreVersion(int version) => Volatile.Write(ref _version, version);
}

/// <summary>
/// The elements of a tensor and of its views: an ordinary array below 85 kB, otherwise, or where asked for, 64-byte aligned
/// inside an array on the pinned object heap. In either case 64 bytes behind the last element can be read.
/// </summary>
/// <remarks>
/// Large memory is used again once its tensors are dead (<see cref="StoragePool{T}"/>). A span keeps the array alive but not the
/// storage, so memory of which <see cref="Span"/> was asked is left to the garbage collector for good; whoever takes
/// <see cref="Borrow"/> instead must hold the storage, or a tensor of it, until the span is done with.
/// </remarks>
internal sealed class Storage<T> : Storage
    where T : unmanaged
{
    private const int LargeBytes = 85_000;

    private readonly T[] _array;
    private readonly int _offset;
    private readonly StorageBlock<T>? _block;

    private Storage(T[] array, int length) => (_array, Length) = (array, length);

    internal Storage(StorageBlock<T> block, int length, bool isPooled)
    {
        _array = block.Array;
        _offset = block.Offset;
        _block = isPooled ? block : null;
        Length = length;
        IsPinned = true;
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>Whether the memory never moves and is 64-byte aligned.</summary>
    public bool IsPinned { get; }

    /// <summary>The elements, for as long as anybody holds the span.</summary>
    public Span<T> Span
    {
        get
        {
            if (_block is not null)
                _block.IsEscaped = true;
            return Borrow();
        }
    }

    /// <summary>The elements, for as long as the storage is reachable.</summary>
    public Span<T> Borrow() => new(_array, _offset, Length);

    /// <summary>Holds the memory in place until the result is disposed.</summary>
    public unsafe PinnedTensor Pin()
    {
        var handle = IsPinned ? default : GCHandle.Alloc(_array, GCHandleType.Pinned);
        return new PinnedTensor(this, handle, Unsafe.AsPointer(ref MemoryMarshal.GetReference(Borrow())), Length);
    }

    /// <summary>Memory of undefined content.</summary>
    /// <param name="length">Number of elements.</param>
    /// <param name="pinned">Whether it must be aligned and stay in place whatever its size; it is then not used again.</param>
    public static Storage<T> Allocate(int length, bool pinned = false)
    {
        if (pinned)
            return new Storage<T>(new StorageBlock<T>(length), length, isPooled: false);
        if ((long)length * Unsafe.SizeOf<T>() < LargeBytes)
            return new Storage<T>(GC.AllocateUninitializedArray<T>(length + StorageBlock<T>.Tail), length);

        return StoragePool<T>.Rent(length);
    }
}
