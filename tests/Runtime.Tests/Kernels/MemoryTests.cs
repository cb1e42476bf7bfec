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
        nint first = 0;
        nint second = 0;
        nint third = 0;
        long allocated = 0;
        Thread fresh = new(() =>
        {
            using (Scratch a = Scratch.Rent(1000))
            using (Scratch b = Scratch.Rent(1000))
                (first, second) = ((nint)a.Pointer, (nint)b.Pointer);

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 1000; i++)
            {
                using Scratch c = Scratch.Rent(i);
                third = (nint)c.Pointer;
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        fresh.Start();
        fresh.Join();
        Assert.NotEqual(first, second);
        Assert.Contains(third, new[] { first, second });
        Assert.Equal(0, allocated);
    }
}
