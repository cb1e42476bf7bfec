using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>
/// A native block, 64-byte aligned and followed by 64 readable bytes, freed when disposed or collected. No span of it may
/// reach a user, since a span does not keep it alive; whoever works on <see cref="Pointer"/> ends with
/// <see cref="GC.KeepAlive"/> or holds it in a living object.
/// </summary>
internal sealed unsafe class AlignedMemory : SafeHandle
{
    /// <summary>Alignment in bytes, and how many bytes behind the block can be read.</summary>
    public const int Alignment = 64;

    /// <summary>Allocates a block of undefined content, except that the readable bytes behind it are zero.</summary>
    public AlignedMemory(long bytes)
        : base(0, ownsHandle: true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        Bytes = bytes;
        SetHandle((nint)NativeMemory.AlignedAlloc((nuint)bytes + Alignment, Alignment));
        new Span<byte>(Pointer + bytes, Alignment).Clear();
        GC.AddMemoryPressure(bytes + Alignment);
    }

    /// <summary>Size of the block.</summary>
    public long Bytes { get; }

    /// <summary>The first byte.</summary>
    public byte* Pointer => (byte*)handle;

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        GC.RemoveMemoryPressure(Bytes + Alignment);
        return true;
    }
}
