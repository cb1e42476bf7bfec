using System.Diagnostics;
using NnGen.Data;

namespace NnGen.TrainingTests;

/// <summary>
/// Many epochs with workers, left early and with errors at random: no deadlock, no leak, always the same order. NNGEN_SOAK_EPOCHS says how
/// many epochs; default: 10,000.
/// </summary>
public class DataLoaderSoakTests
{
    private const int Samples = 13;
    private const int BatchSize = 2;
    private const int Workers = 4;
    private const int MostThreadsMore = Workers + 4;            // the last epoch's may be ending, and the pool may have grown
    private const long MostBytesMore = 1 << 20;

    private static readonly int s_epochs = int.Parse(Environment.GetEnvironmentVariable("NNGEN_SOAK_EPOCHS") ?? "10000", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Ten_thousand_epochs_end_in_order_without_leaks()
    {
        Soak(100);                                              // what is allocated once
        var (threads, bytes) = (Threads(), Bytes());
        var soak = Task.Factory.StartNew(() => Soak(s_epochs), TaskCreationOptions.LongRunning);
        await soak.WaitAsync(TimeSpan.FromMinutes(Math.Max(5, s_epochs / 2000)));
        Assert.InRange(Threads() - threads, int.MinValue, MostThreadsMore);
        Assert.InRange(Bytes() - bytes, long.MinValue, MostBytesMore);
    }

    private static void Soak(int epochs)
    {
        var faults = new Random(7);
        var dataset = new FaultyDataset();
        var parallel = new DataLoader<long[]>(dataset.Collated(samples => samples.ToArray()), BatchSize, shuffle: true, numWorkers: Workers, generator: new Generator(3));
        var plain = new DataLoader<long[]>(new FaultyDataset().Collated(samples => samples.ToArray()), BatchSize, shuffle: true, generator: new Generator(3));
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            var expected = plain.ToList();
            int taken = faults.Next(3) == 0 ? faults.Next(expected.Count) : expected.Count;
            dataset.Broken = faults.Next(5) == 0 ? faults.Next(Samples) : -1;
            using var cancellation = new CancellationTokenSource();
            if (faults.Next(20) == 0)
                cancellation.CancelAfter(TimeSpan.FromMicroseconds(faults.Next(300)));
            var given = new List<long[]>();
            try
            {
                foreach (var batch in parallel.WithCancellation(cancellation.Token))
                {
                    given.Add(batch);
                    if (given.Count == taken)
                        break;
                }
            }
            catch (InvalidDataException e) when (e.Message == FaultyDataset.Message)
            {
                Assert.Contains(dataset.Broken, expected[given.Count]);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
            }

            Assert.Equal(expected.Take(given.Count), given);
            parallel.LoadStateDict(plain.StateDict());          // an epoch that was left draws less than a whole one
        }
    }

    private static int Threads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private static long Bytes()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Samples that are their index; one may be broken.</summary>
    private sealed class FaultyDataset : Dataset<long>
    {
        public const string Message = "broken";

        public int Broken { get; set; } = -1;

        public override int Count => Samples;

        public override long this[int index] => index == Broken ? throw new InvalidDataException(Message) : index;
    }
}
