using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public unsafe class GemmTests
{
    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void EqualsTheProductInDoublePrecision(int width)
    {
        Random random = new(width);
        for (int i = 0; i < 300; i++)
        {
            using KernelSettings settings = new(width, threads: random.Next(1, 4));
            GemmCase.Random(random, largest: i % 50 == 0 ? 600 : i % 7 == 0 ? 130 : 40).RunAndCheck();
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void ReadsAndWritesNothingBeyondItsOperands(int width)
    {
        if (!GuardedMemory.IsSupported) return;
        Random random = new(width + 100);
        using KernelSettings settings = new(width);
        for (int i = 0; i < 150; i++) GemmCase.Random(random, largest: i % 30 == 0 ? 300 : 40).RunAndCheck(guarded: true);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void OuterProductsAreWrittenRowByRow(int width)
    {
        Random random = new(width + 200);
        using KernelSettings settings = new(width, threads: 2);
        foreach ((int m, int n) in new[] { (1, 1), (3, 16), (5, 37), (128, 784), (400, 333) })
        {
            foreach (bool transA in new[] { false, true }) new GemmCase(random, transA, transB: false, m, n, k: 1).RunAndCheck(guarded: GuardedMemory.IsSupported);
            for (int i = 0; i < 8; i++) new GemmCase(random, random.Coin(), transB: false, m, n, k: 1, plain: false).RunAndCheck();
        }
    }

    [Fact]
    public void LargeOperandsArePackedAndInterleaved()
    {
        Random random = new(3);
        foreach ((bool transA, bool transB) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            new GemmCase(random, transA, transB, m: 66, n: 2100, k: 130).RunAndCheck();
            new GemmCase(random, transA, transB, m: 66, n: 530, k: 600).RunAndCheck();
            new GemmCase(random, transA, transB, m: 140, n: 256, k: 1024).RunAndCheck();
        }
    }

    [Fact]
    public void ResultsHaveTheSameBitsForAnyNumberOfThreads()
    {
        Random random = new(4);
        for (int i = 0; i < 30; i++)
        {
            GemmCase product = GemmCase.Random(random, largest: 500);
            using KernelSettings settings = new();
            Threads.Count = 1;
            float[] serial = product.Run();
            foreach (int threads in new[] { 2, 3, 8 })
            {
                Threads.Count = threads;
                Assert.Equal(serial, product.Run());
            }
        }
    }

    [Fact]
    public void BatchesShareOrStepThroughTheirOperands()
    {
        Random random = new(5);
        const int Batch = 7, M = 9, N = 13, K = 11;
        float[] a = random.Floats(M * K);
        float[] b = random.Floats(Batch * K * N);
        float[] c = new float[Batch * M * N];
        Gemm.RunBatched(Batch, false, false, M, N, K, 1f, a, K, 0, b, N, K * N, 0f, c, N, M * N);
        for (int i = 0; i < Batch; i++)
        {
            float[] single = new float[M * N];
            Gemm.Run(false, false, M, N, K, 1f, a, K, b.AsSpan(i * K * N, K * N), N, 0f, single, N);
            Assert.Equal(single, c[(i * M * N)..((i + 1) * M * N)]);
        }
    }

    [Fact]
    public void SpansThatAreTooShortAreRefused()
    {
        float[] four = new float[4];
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => Gemm.Run(false, false, 2, 2, 2, 1f, four.AsSpan(0, 3), 2, four, 2, 0f, four, 2)).Message);
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => Gemm.Run(false, false, 2, 2, 2, 1f, four, 2, four.AsSpan(0, 3), 2, 0f, four, 2)).Message);
        Assert.Contains("'c'", Assert.Throws<ArgumentException>(() => Gemm.Run(false, false, 2, 2, 2, 1f, four, 2, four, 2, 0f, four.AsSpan(0, 3), 2)).Message);
        Assert.Contains("'c'", Assert.Throws<ArgumentException>(() => Gemm.Run(false, false, 2, 2, 2, 1f, four, 2, four, 2, 0f, four, 1)).Message);
        Assert.Contains("'bias'", Assert.Throws<ArgumentException>(() => Gemm.Run(false, false, 2, 2, 2, 1f, four, 2, four, 2, 0f, four, 2, new Epilogue { Bias = four.AsSpan(0, 1) })).Message);
    }

    [Fact]
    public void ARepeatedProductAllocatesNothing()
    {
        GemmCase product = new(new Random(6), transA: false, transB: true, m: 64, n: 100, k: 784);
        Assert.Equal(0, Allocations.InSteadyState(product.Multiply, count: 100));
    }
}
