using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Peers;

/// <summary>How long a prediction of one sample takes where many threads ask one model at once.</summary>
internal static class Callers
{
    public const string Name = "callers";

    private static readonly int[] s_counts = [1, 8, 64];

    /// <summary>Lets 1, 8 and 64 threads predict for a while and writes the table.</summary>
    public static string Report(Conditions conditions)
    {
        var mlp = new Mlp();
        var cnn = new Cnn();
        var rows = new List<string[]>();
        foreach (int threads in (int[])[1, Environment.ProcessorCount])
        {
            Threads.Count = threads;
            foreach (int callers in s_counts)
            {
                rows.Add(Row("mlp-1", threads, callers, conditions, Tensor.Rand(1, 784), (x, result) => mlp.Predict(x, result)));
                rows.Add(Row("cnn-1", threads, callers, conditions, Tensor.Rand(1, 1, 28, 28), (x, result) => cnn.Predict(x, result)));
            }
        }

        const string about = """
            `Predict` of one sample into a span by as many callers at once, each on a thread of its own, one after the other. A caller that finds no
            processor free waits for one; kernels of more than one thread share one pool.
            """;
        return Table.Write("Predictions at once", about, ["work", "threads", "callers", "a second", "median, µs", "p99, µs", "most, µs"], rows);
    }

    private static string[] Row(string name, int threads, int callers, Conditions conditions, Tensor x, Action<Tensor, float[]> predict)
    {
        Console.Error.WriteLine($"{name}, {threads} threads, {callers} callers");
        Measure(callers, conditions.Seconds, x, predict);           // warm-up
        double seconds = conditions.Seconds * conditions.Rounds;
        double[] times = [.. Measure(callers, seconds, x, predict).Order()];
        return [name, $"{threads}", $"{callers}", Number(times.Length / seconds), Number(At(0.5)), Number(At(0.99)), Number(times[^1])];

        double At(double share) => times[(int)(share * (times.Length - 1))];
    }

    /// <summary>What each prediction took, in microseconds.</summary>
    private static IEnumerable<double> Measure(int callers, double seconds, Tensor x, Action<Tensor, float[]> predict)
    {
        var times = Enumerable.Range(0, callers).Select(_ => new List<double>()).ToArray();
        long start = Stopwatch.GetTimestamp();
        var threads = times.Select(list => new Thread(() =>
        {
            float[] result = new float[10];
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            {
                long before = Stopwatch.GetTimestamp();
                predict(x, result);
                list.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return times.SelectMany(list => list);
    }

    private static string Number(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
}
