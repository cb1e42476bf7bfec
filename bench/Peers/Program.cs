using System.Globalization;
using NnGen.Benchmarks;
using NnGen.Benchmarks.Peers;

// dotnet run -c Release --project bench/Peers -- [result file] [rounds] [seconds a round] [python]
string path = args.ElementAtOrDefault(0) ?? Path.Combine("bench", "RESULTS.md");
int rounds = int.Parse(args.ElementAtOrDefault(1) ?? "11", CultureInfo.InvariantCulture);
double seconds = double.Parse(args.ElementAtOrDefault(2) ?? "0.5", CultureInfo.InvariantCulture);
string python = args.ElementAtOrDefault(3) ?? "/usr/bin/python3";

int[] threadCounts = Environment.ProcessorCount > 1 ? [1, Environment.ProcessorCount] : [1];
string command = $"dotnet run -c Release --project bench/Peers -- {string.Join(' ', args)}".TrimEnd(' ', '-');
var comparison = new Comparison(rounds, seconds);

using (var torch = new TorchPeer(python, "mlp.py"))
    Publish(Report.Steps([.. comparison.Steps(torch, threadCounts)], new(torch.Version, rounds, seconds, command)));
using (var torch = new TorchPeer(python, "layers.py"))
    Publish(Report.Layers([.. comparison.Layers(torch, threadCounts)], new(torch.Version, rounds, seconds, command)));

void Publish(string report)
{
    ResultsFile.Replace(path, report);
    Console.WriteLine(report);
}
