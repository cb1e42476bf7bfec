using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public unsafe class MemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4097)]
    public void BlocksAreAlignedAndReadableBehindTheirEnd(long bytes)
    {
        using AlignedMemory memory = new(bytes);
        Assert.Equal(bytes, memory.Bytes);
        Assert.Equal(0, (nint)memory.Pointer % AlignedMemory.Alignment);
        Assert.True(new ReadOnlySpan<byte>(memory.Pointer + bytes, AlignedMemory.Alignment).IndexOfAnyExcept((byte)0) < 0);
    }

    [Fact]
    public void ScratchIsUsedAgainAndNeverSharedAtATime()
    {
        nint first;
        nint second;
        using (Scratch a = Scratch.Rent(1000))
        using (Scratch b = Scratch.Rent(1000))
        {
            (first, second) = ((nint)a.Pointer, (nint)b.Pointer);
            Assert.NotEqual(first, second);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        using (Scratch c = Scratch.Rent(500)) Assert.Contains((nint)c.Pointer, new[] { first, second });
        for (int i = 0; i < 1000; i++)
        {
            using Scratch d = Scratch.Rent(i);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200); // the array of the assertion
    }
}
