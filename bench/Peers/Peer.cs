using System.Diagnostics;
using System.Globalization;

namespace NnGen.Benchmarks.Peers;

/// <summary>
/// The other side in a process of its own. Its first line tells what it is; then it answers each line <c>name threads seconds</c> with the mean
/// time of a run in microseconds.
/// </summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    /// <param name="program">A program, such as a Python with PyTorch.</param>
    /// <param name="script">The script that it runs.</param>
    public Peer(string program, string script)
    {
        var start = new ProcessStartInfo(program, [Path.Combine(AppContext.BaseDirectory, "Scripts", script)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"'{program}' cannot be started.");
        Description = ReadLine();
    }

    /// <summary>What it is, with its version.</summary>
    public string Description { get; }

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
        ?? throw new InvalidOperationException($"'{_process.StartInfo.FileName}' ended: eng/bench.sh installs what the scripts need.");
}
