using System.Runtime.InteropServices;

namespace NnGen.Tests.KernelTests;

/// <summary>Memory that ends at a page which cannot be read: a kernel that reads or writes beyond it brings the process down.</summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int PageSize = 4096;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _start;
    private readonly nuint _bytes;
    private readonly int _count;

    public GuardedMemory(ReadOnlySpan<float> data)
    {
        _count = data.Length;
        nuint used = ((nuint)data.Length * sizeof(float) + PageSize - 1) / PageSize * PageSize;
        _bytes = used + PageSize;
        _start = (byte*)Map(null, _bytes, ReadWrite, PrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_start);
        Assert.Equal(0, Protect(_start + used, PageSize, 0));
        Pointer = (float*)(_start + used) - data.Length;
        data.CopyTo(Span);
    }

    public static bool IsSupported => OperatingSystem.IsLinux();

    public float* Pointer { get; }

    public Span<float> Span => new(Pointer, _count);

    public void Dispose() => Unmap(_start, _bytes);

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial void* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(void* address, nuint length);
}
