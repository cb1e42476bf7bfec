using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Peers;

/// <summary>PyTorch in a process of its own, which times a step when asked to.</summary>
internal sealed class TorchPeer : IDisposable
{
    private readonly Process _process;

    public TorchPeer(string python)
    {
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "mlp.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"'{python}' cannot be started.");
        Version = ReadLine();
    }

    /// <summary>PyTorch's version.</summary>
    public string Version { get; }

    /// <summary>Mean time of a step in microseconds.</summary>
    public double Measure(int batch, int threads, double seconds)
    {
        _process.StandardInput.WriteLine(FormattableString.Invariant($"{batch} {threads} {seconds}"));
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
