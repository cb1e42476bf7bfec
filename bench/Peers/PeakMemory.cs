using System.Diagnostics;
using System.Globalization;
using NnGen.Data;

namespace NnGen.Benchmarks.Peers;

/// <summary>The most memory that a process takes which does one thing and nothing else.</summary>
internal static class PeakMemory
{
    public const string Name = "memory";

    private const int Batch = 64;
    private static readonly string[] s_things = ["nothing", "mnist", "model", "save.pth", "load.pth", "save.safetensors", "load.safetensors"];

    private static string Folder => Path.Combine(Path.GetTempPath(), "nngen-peers-memory");

    /// <summary>Runs each thing in a process of its own, on both sides, and writes the table.</summary>
    public static string Report(Conditions conditions)
    {
        Directory.CreateDirectory(Folder);
        string script = Path.Combine(AppContext.BaseDirectory, "Scripts", "memory.py");
        string[] host = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(PeakMemory).Assembly.Location] : [];
        var rows = s_things.Select(thing =>
        {
            double ours = Measure(Environment.ProcessPath!, [.. host, "peak-memory", thing]);
            double theirs = Measure(conditions.Python, [script, thing, Folder]);
            return new[] { thing, Number(theirs), Number(ours), string.Create(CultureInfo.InvariantCulture, $"{ours / theirs:F2}") };
        }).ToList();
        Directory.Delete(Folder, recursive: true);
        const string about = """
            The most memory (resident set) of a process that does one thing, in MB: nothing but start; read MNIST's training set and train the
            network 784-128-64-10 with it for an epoch; make the model of 1.07 GB of the checkpoints; make it and save it; make it and load into it.
            """;
        return Table.Write("Peak memory", about, ["", "PyTorch", "NnGen", "NnGen / PyTorch"], rows, "PyTorch");
    }

    /// <summary>Does one thing and prints how much memory that took.</summary>
    public static void Run(string thing)
    {
        if (thing == "mnist")
            Train();
        else if (thing != "nothing")
            SaveOrLoad(thing);
        Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64 / 1e6);
    }

    private static void Train()
    {
        var loader = new DataLoader(Mnist.Load(Path.Combine("samples", "data", "mnist")), Batch, shuffle: true);
        var loss = new MlpLoss(new Mlp());
        var optimizer = new Optim.SGD(loss.Parameters(), lr: 0.01);
        foreach (var (images, labels) in loader)
        {
            optimizer.ZeroGrad();
            loss.ValueAndGrad(images.Flatten(1), labels);
            optimizer.Step();
        }
    }

    private static void SaveOrLoad(string thing)
    {
        var model = Checkpoints.Model();
        string path = Path.Combine(Folder, "model" + Path.GetExtension(thing));
        if (thing.StartsWith("save", StringComparison.Ordinal))
            model.Save(path);
        else if (thing.StartsWith("load", StringComparison.Ordinal))
            model.Load(path);
    }

    private static double Measure(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed.");
    }

    private static string Number(double megabytes) => megabytes.ToString("F0", CultureInfo.InvariantCulture);
}
