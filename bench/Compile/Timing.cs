using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Compile;

/// <summary>Milliseconds, as medians.</summary>
internal static class Timing
{
    /// <summary>The argument with which this program measures once, in its own process, and prints the time.</summary>
    public const string ColdArgument = "cold";

    /// <summary>What an action takes once.</summary>
    public static double Once(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The median of several measurements.</summary>
    public static double Median(int rounds, Func<double> measure)
        => Enumerable.Range(0, rounds).Select(_ => measure()).Order().ElementAt(rounds / 2);

    /// <summary>What a new process of this program prints for <see cref="ColdArgument"/>.</summary>
    /// <exception cref="InvalidOperationException">The process failed.</exception>
    public static double InNewProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ColdArgument) { RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(text);
    }
}
