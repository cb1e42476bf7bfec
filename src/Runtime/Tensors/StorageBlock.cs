using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>An array on the pinned object heap with room for elements from a 64-byte boundary on and 64 readable bytes behind them.</summary>
internal sealed class StorageBlock<T>
    where T : unmanaged
{
    private const int Alignment = 64;
    private const int ReadableTail = 64;

    private GCHandle _owner;
    private volatile bool _isEscaped;

    /// <summary>Allocates the array; its content is undefined.</summary>
    /// <param name="capacity">For how many elements there is room.</param>
    public StorageBlock(int capacity)
    {
        // The heap aligns arrays to 8 bytes, a multiple of every element size, so a whole number of elements leads to the boundary.
        var slack = Alignment / Unsafe.SizeOf<T>();
        Capacity = capacity;
        Array = GC.AllocateUninitializedArray<T>(checked(capacity + Tail + slack), pinned: true);
        Offset = AlignedOffset(Array);
    }

    /// <summary>How many elements behind the last one can be read.</summary>
    public static int Tail => ReadableTail / Unsafe.SizeOf<T>();

    /// <summary>The memory.</summary>
    public T[] Array { get; }

    /// <summary>Where the aligned elements begin.</summary>
    public int Offset { get; }

    /// <summary>For how many elements there is room.</summary>
    public int Capacity { get; }

    /// <summary>The room in bytes.</summary>
    public long Bytes => (long)Capacity * Unsafe.SizeOf<T>();

    /// <summary>Whether a span was handed out that may outlive the owner.</summary>
    public bool IsEscaped
    {
        get => _isEscaped;
        set => _isEscaped = value;
    }

    /// <summary>The storage that uses the block and is not kept alive by it; null once nothing, no finalizer either, can reach it.</summary>
    public object? Owner
    {
        get => _owner.Target;
        set
        {
            if (_owner.IsAllocated)
                _owner.Target = value;
            else
                _owner = GCHandle.Alloc(value, GCHandleType.WeakTrackResurrection);
        }
    }

    /// <summary>Gives the array up to the garbage collector.</summary>
    public void Drop() => _owner.Free();

    private static unsafe int AlignedOffset(T[] array)
    {
        fixed (T* start = array)
        {
            var misalignment = (nuint)start % Alignment;
            return misalignment == 0 ? 0 : (int)(Alignment - misalignment) / Unsafe.SizeOf<T>();
        }
    }
}
