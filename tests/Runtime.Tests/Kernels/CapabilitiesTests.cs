using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public class CapabilitiesTests
{
    [Fact]
    public void DescribeNamesVectorsThreadsAndRuntime()
    {
        using KernelSettings settings = new(threads: 2);
        string text = Capabilities.Describe();
        Assert.Contains(Simd.Width == 1 ? "no vectors" : $"{32 * Simd.Width}-bit vectors", text);
        Assert.Contains("2 threads", text);
        Assert.Contains(".NET", text);
        Assert.DoesNotContain("Set IlcInstructionSet", text);
    }
}
