using System.Runtime.CompilerServices;

namespace NnGen.Tests.Tensors;

/// <summary>Memory of large tensors is used again, but never while anybody can still read it.</summary>
public class StoragePoolTests
{
    private const int Length = 1 << 19;

    [Fact]
    public void MemoryOfDeadResultsIsUsedAgain()
    {
        const int results = 200;
        var x = Tensor.Randn(Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < results; i++)
            _ = x.Relu();

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 0, results * (long)Length * sizeof(float) / 3);
    }

    [Fact]
    public void SpanKeepsItsValuesWhenTheTensorIsDead()
    {
        var values = SpanOfDeadTensor(41);
        var written = WritableSpanOfDeadTensor(42);
        Churn();
        Assert.Equal(-1, values.IndexOfAnyExcept(41f));
        Assert.Equal(-1, written.IndexOfAnyExcept(42f));
    }

    [Fact]
    public void ViewKeepsTheMemoryOfItsTensor()
    {
        var view = ViewOfDeadTensor(43);
        Churn();
        Assert.Equal(-1, view.AsSpan().IndexOfAnyExcept(43f));
    }

    [Fact]
    public void GraphKeepsWhatItSaved()
    {
        var x = Tensor.Full([Length], 3);
        x.RequiresGrad = true;
        var y = SquareOfDeadTensor(x);
        Churn();
        y.Backward(Tensor.Ones(Length));
        Assert.Equal(-1, x.Grad!.AsSpan().IndexOfAnyExcept(12f));
    }

    [Fact]
    public void FinalizerStillReadsItsTensor()
    {
        var found = new StrongBox<float>();
        MakeFinalizable(found);
        for (var i = 0; i < 20 && Volatile.Read(ref found.Value) == 0; i++)
        {
            Churn();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(Length * 2f, found.Value);
    }

    [Fact]
    public void ThreadsDoNotShareMemory()
        => Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 60; i++)
            {
                var value = (thread * 1000) + i + 1;
                var y = Tensor.Full([Length / 4], value) * 2f + 1f;
                Assert.Equal(-1, y.AsSpan().IndexOfAnyExcept((value * 2f) + 1f));
            }
        });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<float> SpanOfDeadTensor(float value) => (Tensor.Full([Length], value) * 1f).AsSpan();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<float> WritableSpanOfDeadTensor(float value) => Tensor.Full([Length], value).AsWritableSpan();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor ViewOfDeadTensor(float value) => Tensor.Full([Length], value).View(-1, 2)[1..];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Tensor SquareOfDeadTensor(Tensor x)
    {
        var doubled = x * 2f;
        return (doubled * doubled) * 0.5f;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeFinalizable(StrongBox<float> found) => _ = new Reader(Tensor.Full([Length], 2), found);

    /// <summary>Enough results of the same size to use all dead memory again.</summary>
    private static void Churn()
    {
        GC.Collect();
        var x = Tensor.Ones(Length);
        for (var i = 0; i < 50; i++)
            _ = x * (i + 100f);
    }

    private sealed class Reader(Tensor tensor, StrongBox<float> found)
    {
        ~Reader() => Volatile.Write(ref found.Value, tensor.Sum().Item());
    }
}
