using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>
/// The memory of large tensors, used again when they are dead. Fresh memory of that size costs a page fault every 4 kB, twenty
/// times as much as writing to memory that is there already.
/// </summary>
/// <remarks>
/// The pool holds its blocks and knows their owners weakly. When it has nothing to hand out it asks which owners a collection
/// has found dead, and collects the young generations itself after 16 blocks, within <see cref="LeastBudget"/> and <see cref="Budget"/>:
/// storages are small objects that mostly die young, which takes some hundredths of a millisecond, and memory that is used
/// again soon is still in the cache. What stays unused between two full collections is dropped.
/// </remarks>
internal static class StoragePool<T>
    where T : unmanaged
{
    private const long Budget = 8 << 20;
    private const long LeastBudget = 4 << 20;

    private static readonly object s_lock = new();
    private static readonly Dictionary<int, FreeBlocks> s_free = [];
    private static readonly List<StorageBlock<T>> s_used = [];

    private static long s_usedBytes;
    private static long s_rentedBytes;
    private static long s_survivingBytes;
    private static int s_collections;

    static StoragePool() => FullCollection.Notify(Trim);

    /// <summary>A storage of this many elements, whose content is undefined.</summary>
    public static Storage<T> Rent(int length)
    {
        var capacity = Capacity(length);
        lock (s_lock)
        {
            var block = Take(capacity) ?? Recycled(capacity) ?? new StorageBlock<T>(capacity);
            var storage = new Storage<T>(block, length, isPooled: true);
            block.Owner = storage;
            s_used.Add(block);
            s_usedBytes += block.Bytes;
            s_rentedBytes += block.Bytes;
            return storage;
        }
    }

    /// <summary>Rounds up to four sizes between two powers of two, so that lengths which differ little share their blocks.</summary>
    private static int Capacity(int length)
    {
        var step = 1 << Math.Max(0, BitOperations.Log2((uint)length) - 2);
        return length <= int.MaxValue - step ? (length + step - 1) & -step : length;
    }

    private static StorageBlock<T>? Take(int capacity)
        => s_free.TryGetValue(capacity, out var free) ? free.Take() : null;

    private static StorageBlock<T>? Recycled(int capacity)
    {
        if (s_collections != GC.CollectionCount(0))
        {
            Reclaim();
            if (Take(capacity) is { } block)
                return block;
        }

        if (s_rentedBytes < Math.Clamp(16L * capacity * Unsafe.SizeOf<T>(), LeastBudget, Budget) || GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            return null;

        GC.Collect(1, GCCollectionMode.Forced, blocking: true);
        Reclaim();

        // Storages that outlived two collections are found dead by a full one only.
        if (s_usedBytes > Budget + (2 * s_survivingBytes))
        {
            GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            Reclaim();
            s_survivingBytes = s_usedBytes;
        }

        s_rentedBytes = 0;
        return Take(capacity);
    }

    /// <summary>Takes back the blocks whose owners are dead.</summary>
    private static void Reclaim()
    {
        s_collections = GC.CollectionCount(0);
        var kept = 0;
        for (var i = 0; i < s_used.Count; i++)
        {
            var block = s_used[i];

            // In this order: once the owner is dead, nobody can ask it for a span any more.
            var isDead = block.Owner is null;
            if (!isDead && !block.IsEscaped)
            {
                s_used[kept++] = block;
                continue;
            }

            s_usedBytes -= block.Bytes;
            if (block.IsEscaped)
                block.Drop();
            else
                Free(block);
        }

        s_used.RemoveRange(kept, s_used.Count - kept);
    }

    private static void Free(StorageBlock<T> block)
    {
        if (!s_free.TryGetValue(block.Capacity, out var free))
            s_free.Add(block.Capacity, free = new FreeBlocks());
        free.Add(block);
    }

    private static void Trim()
    {
        lock (s_lock)
        {
            foreach (var free in s_free.Values)
                free.Trim();
            Reclaim();
        }
    }

    /// <summary>Blocks of one size that nobody uses.</summary>
    private sealed class FreeBlocks
    {
        private readonly Stack<StorageBlock<T>> _blocks = [];

        // How many were never needed since the last trim.
        private int _spare;

        public void Add(StorageBlock<T> block) => _blocks.Push(block);

        public StorageBlock<T>? Take()
        {
            if (!_blocks.TryPop(out var block))
                return null;
            _spare = Math.Min(_spare, _blocks.Count);
            return block;
        }

        public void Trim()
        {
            for (; _spare > 0; _spare--)
                _blocks.Pop().Drop();
            _spare = _blocks.Count;
        }
    }
}
