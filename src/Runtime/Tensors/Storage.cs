using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>Memory that tensors share, and how often it was written to since it was handed out.</summary>
internal abstract class Storage
{
    private int _version;

    /// <summary>Raised by every write that a user can make, so that a saved value which has changed is noticed.</summary>
    public int Version => Volatile.Read(ref _version);

    public void RaiseVersion() => Interlocked.Increment(ref _version);

    public void RestoreVersion(int version) => Volatile.Write(ref _version, version);
}

/// <summary>
/// The elements of a tensor and of its views: an ordinary array below 85 kB, otherwise, or where asked for, 64-byte aligned
/// inside an array on the pinned object heap. In either case 64 bytes behind the last element can be read.
/// </summary>
/// <remarks>
/// The garbage collector alone decides when memory is free. A pool that takes an array back when its tensor is finalized would
/// hand out memory that a user's span still reaches, because a span keeps the array alive but not the tensor. And tracking the
/// array itself gains nothing: that it is unreachable is known only after a collection, which has put it on the free list of
/// the pinned object heap, from which the next allocation of that size is served just as fast.
/// </remarks>
internal sealed class Storage<T> : Storage
    where T : unmanaged
{
    private const int Alignment = 64;
    private const int ReadableTail = 64;
    private const int LargeBytes = 85_000;

    private readonly T[] _array;
    private readonly int _offset;

    private Storage(T[] array, int offset, int length, bool isPinned)
    {
        _array = array;
        _offset = offset;
        Length = length;
        IsPinned = isPinned;
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>Whether the memory never moves and is 64-byte aligned.</summary>
    public bool IsPinned { get; }

    public Span<T> Span => new(_array, _offset, Length);

    /// <summary>Holds the memory in place until the result is disposed.</summary>
    public unsafe PinnedTensor Pin()
    {
        var handle = IsPinned ? default : GCHandle.Alloc(_array, GCHandleType.Pinned);
        return new PinnedTensor(_array, handle, Unsafe.AsPointer(ref MemoryMarshal.GetReference(Span)), Length);
    }

    /// <summary>Memory of undefined content.</summary>
    public static Storage<T> Allocate(int length, bool pinned = false)
    {
        var bytes = (long)length * Unsafe.SizeOf<T>();
        var tail = ReadableTail / Unsafe.SizeOf<T>();
        if (!pinned && bytes < LargeBytes)
            return new Storage<T>(GC.AllocateUninitializedArray<T>(length + tail), 0, length, isPinned: false);

        // The heap aligns arrays to 8 bytes, a multiple of every element size, so a whole number of elements leads to the boundary.
        var slack = Alignment / Unsafe.SizeOf<T>();
        var array = GC.AllocateUninitializedArray<T>(checked(length + tail + slack), pinned: true);
        return new Storage<T>(array, AlignedOffset(array), length, isPinned: true);
    }

    private static unsafe int AlignedOffset(T[] array)
    {
        fixed (T* start = array)
        {
            var misalignment = (nuint)start % Alignment;
            return misalignment == 0 ? 0 : (int)(Alignment - misalignment) / Unsafe.SizeOf<T>();
        }
    }
}
