using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Compile;

/// <summary>What something takes.</summary>
/// <param name="Elapsed">Milliseconds that pass.</param>
/// <param name="Processor">Milliseconds of all processors, which other programs of the machine hardly change.</param>
internal readonly record struct Timing(double Elapsed, double Processor)
{
    /// <summary>The argument with which this program measures once, in its own process, and prints the times.</summary>
    public const string ColdArgument = "cold";

    /// <summary>Does something once.</summary>
    public static Timing Of(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        action();
        return new(watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    /// <summary>The medians of several measurements.</summary>
    public static Timing Median(int rounds, Func<Timing> measure)
    {
        var all = Enumerable.Range(0, rounds).Select(_ => measure()).ToArray();
        return new(Middle(all.Select(timing => timing.Elapsed)), Middle(all.Select(timing => timing.Processor)));

        double Middle(IEnumerable<double> values) => values.Order().ElementAt(rounds / 2);
    }

    /// <summary>What a new process of this program prints for <see cref="ColdArgument"/>.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static Timing InNewProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ColdArgument) { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && text.Split() is [var elapsed, var processor, ..]
            ? new(double.Parse(elapsed, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(text);
    }

    /// <summary>As <see cref="InNewProcess"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Elapsed} {Processor}");

    /// <summary>Two cells of a table.</summary>
    public string ToCells() => string.Create(CultureInfo.InvariantCulture, $"{Round(Elapsed)} | {Round(Processor)}");

    private static string Round(double milliseconds) => milliseconds.ToString(milliseconds < 30 ? "F1" : "F0", CultureInfo.InvariantCulture);
}
