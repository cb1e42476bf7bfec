using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Peers;

/// <summary>PyTorch in a process of its own, which times something when asked to.</summary>
internal sealed class TorchPeer : IDisposable
{
    private readonly Process _process;

    /// <param name="python">A Python with PyTorch.</param>
    /// <param name="script">The script beside this program that it runs.</param>
    public TorchPeer(string python, string script)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"'{python}' cannot be started.");
        Version = ReadLine();
    }

    /// <summary>PyTorch's version.</summary>
    public string Version { get; }

    /// <summary>Mean time of one run in microseconds.</summary>
    /// <param name="work">What the script calls it.</param>
    /// <param name="threads">Number of threads.</param>
    /// <param name="seconds">How long it is repeated.</param>
    public double Measure(string work, int threads, double seconds)
    {
        _process.StandardInput.WriteLine(FormattableString.Invariant($"{work} {threads} {seconds}"));
        _process.StandardInput.Flush();
        return double.Parse(ReadLine(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string ReadLine() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("PyTorch's process ended: does this Python have torch?");
}
