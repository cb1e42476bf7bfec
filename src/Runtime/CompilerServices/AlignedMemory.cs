using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>A block of native memory, 64-byte aligned, behind which 64 bytes can be read.</summary>
internal sealed unsafe class AlignedMemory : SafeHandle
{
    private AlignedMemory(nint memory, long bytes) : base(0, ownsHandle: true)
    {
        SetHandle(memory);
        Bytes = bytes;
        GC.AddMemoryPressure(Math.Max(bytes, 1));
    }

    public long Bytes { get; }

    public byte* Pointer => (byte*)handle;

    public override bool IsInvalid => handle == 0;

    public static AlignedMemory Allocate(long bytes) => new((nint)NativeMemory.AlignedAlloc((nuint)bytes + 64, 64), bytes);

    protected override bool ReleaseHandle()
    {
        NativeMemory.AlignedFree((void*)handle);
        GC.RemoveMemoryPressure(Math.Max(Bytes, 1));
        return true;
    }
}
