using NnGen.Data;

namespace NnGen.TrainingTests;

public class DataLoaderCancellationTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_token_ends_an_epoch_between_batches(int workers)
    {
        using var cancellation = new CancellationTokenSource();
        int given = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in Loader(workers, _ => { }).WithCancellation(cancellation.Token))
            {
                if (++given == 3)
                    cancellation.Cancel();
            }
        });
        Assert.Equal(3, given);
    }

    [Fact]
    public void A_token_ends_the_wait_for_a_batch()
    {
        using var cancellation = new CancellationTokenSource();
        using var unwanted = new ManualResetEventSlim();
        var loader = Loader(workers: 2, token =>
        {
            cancellation.Cancel();
            token.WaitHandle.WaitOne();
            unwanted.Set();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => loader.WithCancellation(cancellation.Token).First());
        Assert.True(unwanted.IsSet);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Samples_that_come_one_after_the_other_can_be_cancelled_too(int workers)
    {
        using var cancellation = new CancellationTokenSource();
        var loader = new IterableDataLoader<int, int>(Enumerable.Range(0, int.MaxValue), samples => samples[0], batchSize: 4, numWorkers: workers);
        int given = 0;
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (int _ in loader.WithCancellation(cancellation.Token))
            {
                if (++given == 10)
                    cancellation.Cancel();
            }
        });
        Assert.Equal(10, given);
    }

    [Fact]
    public void A_token_that_was_raised_before_gives_no_batch()
        => Assert.ThrowsAny<OperationCanceledException>(() => Loader(0, _ => { }).WithCancellation(new CancellationToken(canceled: true)).First());

    private static DataLoader<int> Loader(int workers, Action<CancellationToken> onGather) => new(new Source(onGather), batchSize: 1, numWorkers: workers);

    private sealed class Source(Action<CancellationToken> onGather) : IBatchSource<int>
    {
        public int Count => 10;

        public int Gather(ReadOnlySpan<int> indices, CancellationToken cancellation)
        {
            onGather(cancellation);
            return indices[0];
        }
    }
}
