using System.Globalization;
using NnGen.Benchmarks;
using NnGen.Benchmarks.Peers;

// dotnet run -c Release --project bench/Peers -- [result file] [rounds] [seconds a round] [python]
string path = args.ElementAtOrDefault(0) ?? Path.Combine("bench", "RESULTS.md");
int rounds = int.Parse(args.ElementAtOrDefault(1) ?? "11", CultureInfo.InvariantCulture);
double seconds = double.Parse(args.ElementAtOrDefault(2) ?? "0.5", CultureInfo.InvariantCulture);
string python = args.ElementAtOrDefault(3) ?? "/usr/bin/python3";

using var torch = new TorchPeer(python);
int[] threadCounts = Environment.ProcessorCount > 1 ? [1, Environment.ProcessorCount] : [1];
var rows = new Comparison(torch, rounds, seconds).Run(threadCounts).ToList();
string command = $"dotnet run -c Release --project bench/Peers -- {string.Join(' ', args)}".TrimEnd(' ', '-');
string report = Report.Write(rows, torch.Version, rounds, seconds, command);
ResultsFile.Replace(path, report);
Console.WriteLine(report);
