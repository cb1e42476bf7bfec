using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>A tensor's memory, held in place and alive until it is disposed.</summary>
/// <param name="owner">The storage.</param>
/// <param name="handle">Keeps it in place, unless it lies on the pinned heap.</param>
/// <param name="pointer">The first element.</param>
/// <param name="length">Number of elements.</param>
internal unsafe struct PinnedTensor(object owner, GCHandle handle, void* pointer, int length) : IDisposable
{
    private readonly object _owner = owner;
    private GCHandle _handle = handle;

    /// <summary>The first element.</summary>
    public void* Pointer { get; } = pointer;

    /// <summary>Number of elements.</summary>
    public int Length { get; } = length;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_handle.IsAllocated)
            _handle.Free();
        GC.KeepAlive(_owner);
    }
}
